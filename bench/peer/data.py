"""Pictures from their files to batches, by a plain DataLoader with a worker for each thread; the first stage only decodes and resizes."""
import warnings

import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

import turns

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

given = turns.arguments(stage=str, images=str, height=int, width=int, batch=int)
resize = transforms.Resize((given.height, given.width), transforms.InterpolationMode.BICUBIC)
transform = {
    "decode": transforms.Compose([resize, transforms.PILToTensor()]),
    "batches": transforms.Compose([
        resize, transforms.RandomHorizontalFlip(), transforms.ToTensor(), transforms.Normalize(MEAN, DEVIATION)]),
}[given.stage]


class Pictures(Dataset):
    def __init__(self, paths):
        self.paths = paths

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return transform(Image.open(self.paths[index]).convert("RGB"))


with open(given.images, encoding="utf-8") as lines:
    pictures = Pictures(lines.read().splitlines())
warnings.simplefilter("ignore")  # of more workers than cores: both sides have as many threads as were asked for
torch.manual_seed(0)
loader = DataLoader(
    pictures, given.batch, shuffle=given.stage == "batches", num_workers=given.threads, persistent_workers=True,
    pin_memory=given.device != "cpu")


def sample():
    for batch in loader:
        batch.to(given.device, non_blocking=True)


for _ in range(2):
    sample()
turns.serve(sample, given.device)
