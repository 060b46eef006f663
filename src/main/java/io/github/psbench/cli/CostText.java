package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.Cost;

/** What a plan takes, in words. */
final class CostText {
    private CostText() {}

    /** What is still to be done; ends with a line break. */
    static String due(Cost.Due due) {
        if (due.trials() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(counted(due.trials(), "trial")).append(" to run");
        if (due.pretrained() > 0) {
            text.append(String.format(
                    "; %d of them pretrained: %s to make, the rest is shared",
                    due.pretrained(), counted(due.backbones(), "backbone")));
        }
        text.append('\n');
        if (due.estimated() == 0) {
            return text.append(
                            "How long that takes is not known yet: no trial like them is finished. `psbench plan --probe` finds out.\n")
                    .toString();
        }
        double together = due.seconds() + due.pretrainingSeconds();
        text.append("About ")
                .append(duration(together))
                .append(String.format(" of one device (%.1f device-hours)", together / 3600));
        if (due.pretrainingSecondsApart() > due.pretrainingSeconds()) {
            text.append(String.format(
                    ", of which %s pretraining; it would be %s if each trial pretrained for itself",
                    duration(due.pretrainingSeconds()), duration(due.seconds() + due.pretrainingSecondsApart())));
        }
        if (due.estimated() < due.trials()) {
            text.append(String.format(", for %d of them: no trial like the others is finished", due.estimated()));
        }
        return text.append(". Judged by trials, or probes, of the same data, input, network and batch.\n")
                .toString();
    }

    /** What the trials to be run take up; ends with a line break. Empty if there are none. */
    static String space(Cost cost) {
        return cost.due().trials() == 0
                ? ""
                : String.format(
                        "They take about %s of memory at most, each; %s of disk, and %s more for each that is under way.\n",
                        Size.of(cost.space().memoryBytes()),
                        Size.of(cost.space().diskBytes()),
                        Size.of(cost.space().workBytes()));
    }

    /** What all finished trials of the plan took, in whichever run; ends with a line break. Empty if there is nothing to tell. */
    static String spent(Cost.Spent spent) {
        if (spent.trials() == 0) {
            return "";
        }
        double together = spent.seconds() + spent.pretrainingSeconds();
        String text = String.format(
                "%s took %s in all, in this and earlier runs",
                counted(spent.trials(), "finished trial"), duration(together));
        if (spent.backbones() == 0) {
            return text + ".\n";
        }
        text += String.format(
                ", %s of it pretraining for %s",
                duration(spent.pretrainingSeconds()), counted(spent.backbones(), "backbone"));
        return spent.pretrainingSecondsApart() > spent.pretrainingSeconds()
                ? text
                        + String.format(
                                "; it would have been %s if each had pretrained for itself.\n",
                                duration(spent.seconds() + spent.pretrainingSecondsApart()))
                : text + ".\n";
    }

    static void write(Cost cost, ObjectNode node) {
        ObjectNode due = node.putObject("due");
        due.put("trials", cost.due().trials());
        due.put("pretrained", cost.due().pretrained());
        due.put("backbones", cost.due().backbones());
        due.put("estimated", cost.due().estimated());
        due.put("seconds", cost.due().seconds());
        due.put("pretrainingSeconds", cost.due().pretrainingSeconds());
        due.put("pretrainingSecondsApart", cost.due().pretrainingSecondsApart());
        ObjectNode space = node.putObject("space");
        space.put("memoryBytes", cost.space().memoryBytes());
        space.put("diskBytes", cost.space().diskBytes());
        space.put("workBytes", cost.space().workBytes());
        ObjectNode spent = node.putObject("spent");
        spent.put("trials", cost.spent().trials());
        spent.put("seconds", cost.spent().seconds());
        spent.put("backbones", cost.spent().backbones());
        spent.put("pretrainingSeconds", cost.spent().pretrainingSeconds());
        spent.put("pretrainingSecondsApart", cost.spent().pretrainingSecondsApart());
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** "40 s", "12 min" or "3 h 05 min". */
    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        return minutes < 90 ? minutes + " min" : String.format("%d h %02d min", minutes / 60, minutes % 60);
    }
}
