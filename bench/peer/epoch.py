"""Epochs of training on pictures in files, as one writes them: a Dataset that opens and resizes them, a plain DataLoader, a checkpoint."""
import tempfile

import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

import networks
import turns

given = turns.arguments(
    images=str, backbone=str, height=int, width=int, batch=int, categories=int, bits=int, first=int, checkpoints=str)


class Pictures(Dataset):
    """With random labels: which they are makes no difference to the work."""

    def __init__(self):
        with open(given.images, encoding="utf-8") as lines:
            self.paths = lines.read().splitlines()
        self.labels = torch.randint(0, given.categories, (len(self.paths),)).tolist()
        self.transform = transforms.Compose([
            transforms.Resize((given.height, given.width), transforms.InterpolationMode.BICUBIC),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))])

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return self.transform(Image.open(self.paths[index]).convert("RGB")), self.labels[index]


class Training:
    def __init__(self):
        torch.manual_seed(0)
        self.loader = DataLoader(
            Pictures(), given.batch, shuffle=True, num_workers=given.threads, pin_memory=given.device != "cpu")
        bits = torch.randint(0, 2, (given.categories, given.bits)).float()
        self.model = networks.Model(given.backbone, bits).to(given.device, memory_format=turns.MEMORY_FORMAT).train()
        self.optimiser = self.model.optimiser()
        self.losses = []

    def epoch(self):
        for pictures, labels in self.loader:
            pictures = pictures.to(given.device, non_blocking=True, memory_format=turns.MEMORY_FORMAT)
            loss = self.model(pictures, labels.to(given.device, non_blocking=True))
            self.optimiser.zero_grad()
            loss.backward()
            self.optimiser.step()
            self.losses.append(loss.item())
        with tempfile.TemporaryFile(dir=given.checkpoints) as file:  # has no name, so nothing is left of it
            torch.save({"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict()}, file)


if given.first:
    turns.serve(lambda: Training().epoch(), given.device)
else:
    training = Training()
    training.epoch()
    turns.serve(training.epoch, given.device)
