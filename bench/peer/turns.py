"""What a script says to the program that measures it: see package io.github.psbench.bench, class Turns."""
import argparse
import json
import os
import resource
import sys
import time

import torch

# How pictures and kernels lie in memory: as PyTorch has it where nobody asks, or with their channels last, as psbench's pictures come.
CHANNELS_LAST = os.environ.get("PEER_CHANNELS_LAST", "0") == "1"
MEMORY_FORMAT = torch.channels_last if CHANNELS_LAST else torch.contiguous_format


def arguments(**options):
    """The command line: --threads, --device and --tf32, and the options with their types."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--tf32", type=int, default=0)
    for name, kind in options.items():
        parser.add_argument("--" + name.replace("_", "-"), type=kind, required=True)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = bool(given.tf32)
    return given


def serve(sample, device="cpu"):
    """Does one sample of the work for each line of standard input, after the caller has warmed up."""
    print(json.dumps({"ready": True, "version": "PyTorch " + torch.__version__ + (", channels last" if CHANNELS_LAST else "")}), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        sample()
        if device != "cpu":
            torch.cuda.synchronize()
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "peak_bytes": peak}), flush=True)
