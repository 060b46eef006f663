"""Steps of training on pictures that are in memory: crop of nothing, flip, normalisation, forward, backward, SGD."""
import torch

import networks
import turns

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

given = turns.arguments(
    backbone=str, height=int, width=int, batch=int, categories=int, bits=int, warm_up=int, steps=int)
torch.manual_seed(0)
device = given.device
pictures = torch.randint(0, 256, (4 * given.batch, 3, given.height, given.width), dtype=torch.uint8, device=device)
labels = torch.randint(0, given.categories, (len(pictures),), device=device)
mean, deviation = (torch.tensor(values, device=device).view(1, 3, 1, 1) for values in (MEAN, DEVIATION))
model = networks.Model(given.backbone, torch.randint(0, 2, (given.categories, given.bits)).float()).to(device, memory_format=turns.MEMORY_FORMAT).train()
optimiser = model.optimiser()


def step():
    chosen = torch.randint(0, len(pictures), (given.batch,), device=device)
    batch = pictures[chosen]
    mirrored = torch.rand(given.batch, 1, 1, 1, device=device) < 0.5
    batch = torch.where(mirrored, batch.flip(3), batch).float().div_(255).sub_(mean).div_(deviation)
    loss = model(batch.contiguous(memory_format=turns.MEMORY_FORMAT), labels[chosen])
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return loss.item()


def sample():
    for _ in range(given.steps):
        step()


for _ in range(given.warm_up):
    step()
turns.serve(sample, device)
