package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Path;
import java.util.Map;

/** Where a data set comes from. */
public sealed interface Origin {
    /** Market-1501 and Market-1501 Attribute. */
    Elsewhere MARKET1501 = new Elsewhere(
            "Market-1501 with Market-1501 Attribute",
            """
            Pictures: https://zheng-lab.cecs.anu.edu.au/Project/project_reid.html, the page of the Market-1501 dataset, \
            as Market-1501-v15.09.15.zip.
            Annotation: https://github.com/vana77/Market-1501_Attribute, as market_attribute.mat.""",
            """
            No licence is stated: the pages ask to cite the papers, and the organisers of the UPAR challenge, who use the pictures, \
            found none either. Use them for research, and do not hand them on.""",
            """
            Zheng, Shen, Tian, Wang, Wang, Tian: Scalable Person Re-identification: A Benchmark. ICCV 2015.
            Lin, Zheng, Zheng, Wu, Hu, Yan, Yang: Improving Person Re-identification by Attribute and Identity Learning. \
            Pattern Recognition 2019.""",
            """
            Market-1501-v15.09.15/          (or Market-1501/, market1501/, or the data root itself)
              bounding_box_train/           12,936 pictures
              bounding_box_test/            19,732 pictures
              query/                        3,368 pictures
              attribute/market_attribute.mat  (or in the folder itself, the data root, or market1501/ below it)""",
            Map.of("bounding_box_train", 12_936, "bounding_box_test", 19_732, "query", 3_368));

    /** PETA, with its annotation as one MATLAB file. */
    Elsewhere PETA = new Elsewhere(
            "PETA, the Pedestrian Attribute dataset",
            """
            Pictures: http://mmlab.ie.cuhk.edu.hk/projects/PETA.html, the project's page, as PETA.zip.
            Annotation: PETA.mat, which comes with the PETA of \
            https://github.com/dangweili/pedestrian-attribute-recognition-pytorch; its README says where to get that.""",
            "Research only, no commercial use; whoever uses it cites the paper.",
            "Deng, Luo, Loy, Tang: Pedestrian Attribute Recognition At Far Distance. ACM Multimedia 2014.",
            """
            PETA/                           (or PETA dataset/, peta/, or the data root itself)
              3DPeS/archive/                1,012 pictures
              CAVIAR4REID/archive/          1,220 pictures
              CUHK/archive/                 4,563 pictures
              GRID/archive/                 1,275 pictures
              i-LID/archive/                477 pictures
              MIT/archive/                  888 pictures
              PRID/archive/                 1,134 pictures
              SARC3D/archive/               200 pictures
              TownCentre/archive/           6,967 pictures
              VIPeR/archive/                1,264 pictures
              PETA.mat                      19,000 x 105 attributes (or in another of these folders)""",
            Map.of(
                    "3DPeS/archive", 1_012,
                    "CAVIAR4REID/archive", 1_220,
                    "CUHK/archive", 4_563,
                    "GRID/archive", 1_275,
                    "i-LID/archive", 477,
                    "MIT/archive", 888,
                    "PRID/archive", 1_134,
                    "SARC3D/archive", 200,
                    "TownCentre/archive", 6_967,
                    "VIPeR/archive", 1_264));

    /** PA-100K. */
    Elsewhere PA100K = new Elsewhere("PA-100K", """
            Pictures and annotation: https://github.com/xh-liu/HydraPlus-Net, the authors' project, whose README links to the \
            folder with the archives.""", """
            CC BY 4.0, as the organisers of the UPAR challenge say, who use it: it may be shared and changed if its authors \
            are named.""", """
            Liu, Zhao, Tian, Sheng, Shao, Yan, Wang: HydraPlus-Net: Attentive Deep Features for Pedestrian Analysis. ICCV 2017.""", """
            PA-100K/                        (or PA100K/, pa100k/, or the data root itself)
              annotation.mat
              release_data/release_data/    000001.jpg to 100000.jpg  (or in release_data/, data/, or the folder itself)""", Map.of("release_data/release_data", 100_000));

    /** synthped. */
    Here SYNTHPED = new Here("synthped is drawn by psbench when it is first used: there is nothing to get.");

    /** A folder of one's own pictures with a table of their attributes. */
    Here CSV_FOLDER = new Here("A csv-folder is your own data set: `psbench data init DIR` begins one.");

    /**
     * Its owners hand it out, and psbench does not.
     *
     * @param title its name in full
     * @param where lines, one a part: the owners' page, and what the archive is called there
     * @param terms sentences on what may be done with it
     * @param citation lines, one a paper to cite
     * @param layout lines, the folders and files that psbench looks for below the data root
     * @param pictures how many pictures each of its folders holds, by the folder's path in the data set's own folder
     */
    record Elsewhere(
            String title, String where, String terms, String citation, String layout, Map<String, Integer> pictures)
            implements Origin {
        /**
         * What to say where a part of it is not found.
         *
         * @param dataset its name in experiment files
         * @param root where it was looked for
         * @param what is missing, a clause
         */
        Failure missing(String dataset, Path root, String what) {
            return Failure.data(
                    "%s is not complete below %s: %s.\nExpected there:\n%spsbench data get %s says where it is to be had. Set the data root"
                            + " with --data DIR or $PSBENCH_DATA.",
                    dataset, root, what, layout.indent(2), dataset);
        }
    }

    /**
     * There is nothing to get.
     *
     * @param reason a sentence or two that say why
     */
    record Here(String reason) implements Origin {}
}
