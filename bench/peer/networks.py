"""The networks and the loss of ASMR as one writes them in PyTorch."""
import torch
import torch.nn.functional as F
import torchvision
from torch import nn


def convolution(inputs, outputs, kernel, stride=1, groups=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs))


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, expansion, stride):
        super().__init__()
        hidden = inputs * expansion
        self.body = nn.Sequential(
            convolution(inputs, hidden, 1), nn.ReLU(inplace=True),
            convolution(hidden, hidden, 3, stride, hidden), nn.ReLU(inplace=True),
            convolution(hidden, outputs, 1))
        self.carries = inputs == outputs and stride == 1

    def forward(self, x):
        return x + self.body(x) if self.carries else self.body(x)


def mobilenetv2():
    """That of the ONNX model zoo, which psbench has weights for."""
    layers = [convolution(3, 32, 3, 2), nn.ReLU(inplace=True)]
    inputs = 32
    for expansion, outputs, blocks, stride in [
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 1), (6, 96, 3, 2), (6, 160, 3, 2), (6, 320, 1, 1)]:
        for block in range(blocks):
            layers.append(InvertedResidual(inputs, outputs, expansion, stride if block == 0 else 1))
            inputs = outputs
    layers += [convolution(inputs, 1280, 1), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*layers), 1280


def resnet(build, features):
    network = build(weights=None)
    network.fc = nn.Identity()
    for block in network.layer4:  # the released code leaves the last stage at stride 1
        for module in block.modules():
            if isinstance(module, nn.Conv2d):
                module.stride = (1, 1)
    return network, features


def backbone(name):
    """The network, and the length of its features."""
    return {
        "mobilenetv2": mobilenetv2,
        "resnet18": lambda: resnet(torchvision.models.resnet18, 512),
        "resnet50": lambda: resnet(torchvision.models.resnet50, 2048),
    }[name]()


def perceptron(*widths):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers[:-1])


def alignment(cosines, labels, scale=32.0, margin=0.1):
    """MA, equation 2."""
    target = cosines.gather(1, labels[:, None])
    sine = (1 - target.square()).clamp(min=1e-12).sqrt()
    beyond = target * torch.cos(torch.tensor(margin)) - sine * torch.sin(torch.tensor(margin))
    wider = torch.where(target > torch.cos(torch.tensor(torch.pi - margin)), beyond, target - margin * torch.sin(torch.tensor(margin)))
    return F.cross_entropy(scale * cosines.scatter(1, labels[:, None], wider), labels)


def regulariser(prototypes, bits, w):
    """ASMR, equations 3 to 5, by products of matrices."""
    own = bits @ w
    delta = torch.sigmoid(1 - (own[:, None] + own[None, :] - 2 * (bits * w) @ bits.T))
    cosines = prototypes @ prototypes.T
    pairs = len(bits) * (len(bits) - 1)
    mean = off_diagonal(cosines) / pairs
    return off_diagonal((cosines - mean - delta).square()) / pairs


def off_diagonal(matrix):
    """The sum of what is not on the diagonal. To choose those numbers by a mask would make a GPU wait for the processor."""
    return matrix.sum() - matrix.trace()


def naive_regulariser(prototypes, bits, w):
    """ASMR as it is written down: all differences of all pairs of categories."""
    distance = ((bits[:, None, :] - bits[None, :, :]).abs() * w).sum(2)
    cosines = prototypes @ prototypes.T
    i, j = torch.triu_indices(len(bits), len(bits), 1, device=bits.device)
    delta = torch.sigmoid(1 - distance[i, j])
    pairs = cosines[i, j]
    return (pairs - pairs.mean() - delta).square().mean()


class Model(nn.Module):
    """Both encoders and w, with everything that a step of training does."""

    def __init__(self, name, bits, weight=5.0):
        super().__init__()
        self.backbone, features = backbone(name)
        self.head = perceptron(features, 512, 128, 128)
        self.category = perceptron(bits.shape[1], 512, 128, 128)
        self.w = nn.Parameter(0.75 + 0.5 * torch.rand(bits.shape[1]))
        self.register_buffer("bits", bits)
        self.weight = weight

    def forward(self, pictures, labels):
        prototypes = F.normalize(self.category(self.bits))
        cosines = F.normalize(self.head(self.backbone(pictures))) @ prototypes.T
        return alignment(cosines, labels) + self.weight * regulariser(prototypes, self.bits, self.w)

    def optimiser(self):
        groups = [
            {"params": [*self.backbone.parameters(), *self.head.parameters()], "lr": 0.001},
            {"params": self.category.parameters(), "lr": 0.01},
            {"params": [self.w], "lr": 0.01}]
        return torch.optim.SGD(groups, momentum=0.9, weight_decay=5e-4)
