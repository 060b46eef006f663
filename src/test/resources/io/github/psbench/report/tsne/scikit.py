"""scikit-learn's side of TsneAgainstScikitTest.

scikit.py digits FOLDER       writes digits.f64
scikit.py measure FOLDER JOB  maps what the JSON file JOB lists, measures both sides' maps, writes JOB.out
Files of numbers are float64, little-endian, row by row.
"""

import json
import pathlib
import sys
import time

import numpy
import sklearn
from sklearn.datasets import load_digits
from sklearn.manifold import TSNE, trustworthiness

folder = pathlib.Path(sys.argv[2])


def read(name, width):
    return numpy.fromfile(folder / name, dtype="<f8").reshape(-1, width)


if sys.argv[1] == "digits":
    load_digits().data.astype("<f8").tofile(folder / "digits.f64")
else:
    found = []
    for job in json.loads((folder / sys.argv[3]).read_text()):
        points = read(job["points"], job["dimension"])
        tsne = TSNE(perplexity=job["perplexity"], max_iter=job["iterations"], method=job["method"], random_state=0, init="pca")
        begin = time.perf_counter()
        theirs = tsne.fit_transform(points)
        seconds = time.perf_counter() - begin
        theirs.astype("<f8").tofile(folder / job["theirs"])
        found.append({
            "version": sklearn.__version__,
            "seconds": seconds,
            "divergence": float(tsne.kl_divergence_),
            "iterations": int(tsne.n_iter_) + 1,
            "trustworthiness": float(trustworthiness(points, theirs, n_neighbors=12)),
            "trustworthinessOfOurs": float(trustworthiness(points, read(job["ours"], 2), n_neighbors=12)),
        })
    (folder / (sys.argv[3] + ".out")).write_text(json.dumps(found))
