"""A search scored by sorting: cosines by a product of matrices, then argsort, some queries at a time."""
import numpy
import torch
import torch.nn.functional as F

import turns

MOST_SCORES = 1 << 26  # at a time; they and their order take 16 bytes each while they are sorted

given = turns.arguments(queries=str, gallery=str, labels=str, dimension=int)


def embeddings(path):
    return torch.from_numpy(numpy.fromfile(path, "<f4").reshape(-1, given.dimension))


labels = torch.from_numpy(numpy.fromfile(given.labels, "<i8"))


def sample():
    queries, gallery = F.normalize(embeddings(given.queries)), F.normalize(embeddings(given.gallery))
    first, precisions, trapezoids = [], [], []
    at_once = max(1, MOST_SCORES // len(gallery))
    for begin in range(0, len(queries), at_once):
        order = torch.argsort(queries[begin:begin + at_once] @ gallery.T, dim=1, descending=True)
        found = labels[order] == torch.arange(begin, begin + len(order))[:, None]
        for row in found:
            ranks = row.nonzero()[:, 0].double()
            if len(ranks):
                before = torch.arange(len(ranks)).double()
                precision = (before + 1) / (ranks + 1)
                previous = torch.where(ranks == 0, 1.0, before / ranks.clamp(min=1))
                first.append(ranks[0])
                precisions.append(precision.mean())
                trapezoids.append(((precision + previous) / 2).mean())
    first = torch.stack(first)
    return {
        "rank1": 100 * (first < 1).double().mean().item(),
        "rank5": 100 * (first < 5).double().mean().item(),
        "rank10": 100 * (first < 10).double().mean().item(),
        "map": 100 * torch.stack(precisions).mean().item(),
        "mapTrapezoid": 100 * torch.stack(trapezoids).mean().item()}


sample()
turns.serve(sample)
