"""The regulariser as it is written down, by a broadcast over all pairs and bits: forward and backward."""
import torch
import torch.nn.functional as F

import networks
import turns

given = turns.arguments(categories=int, bits=int, dimension=int)
torch.manual_seed(0)
bits = torch.randint(0, 2, (given.categories, given.bits), device=given.device).float()
prototypes = torch.rand(given.categories, given.dimension, device=given.device).mul_(2).sub_(1).requires_grad_()
w = torch.rand(given.bits, device=given.device).div_(2).add_(0.75).requires_grad_()


def sample():
    prototypes.grad = w.grad = None
    loss = networks.naive_regulariser(F.normalize(prototypes), bits, w)
    loss.backward()
    return loss.item()


for _ in range(2):
    sample()
turns.serve(sample, given.device)
