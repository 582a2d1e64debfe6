# SPDX-License-Identifier: MIT
"""tries.py COUNT: builds ./corpus with a malloc that gives nothing at a call,
at COUNT calls or at all (or FROM-TO: at all of these), two builds at a time; ./earlier is what stood there
before, ./right what it becomes when nothing is short."""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import threading

PROGRAM, MOST_SAID = os.environ["PLANPRESS"], 5


def content(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in pathlib.Path(folder).rglob("*") if file.is_file()}


def outputs(files):
    return {name: bytes for name, bytes in files.items() if not name.startswith(".planpress-")}


EARLIER, RIGHT, own = content("earlier"), content("right"), threading.local()


def build(number, mode):
    """Its exit, what it says, and what stands in the output folder of this thread."""
    folder = f"out-{threading.get_ident()}"
    if getattr(own, "there", None) != EARLIER:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree("earlier", folder)
    short = dict(os.environ, LD_PRELOAD="./shortage.so", MEMORY_ENDS=str(number), MEMORY_MODE=mode)
    done = subprocess.run([PROGRAM, "build", "-o", folder, "corpus"], env=short, capture_output=True, timeout=60, check=False)
    own.there = content(folder)
    return done.returncode, done.stderr.decode(errors="replace"), own.there


def fault(number, mode):
    """What is wrong when that call gets nothing; None when it is as it should be."""
    status, said, there = build(number, mode)
    if status == 0 and mode and outputs(there) == outputs(RIGHT):
        return None
    what = f"call {number}{' alone' if mode else ' and all after it'}"
    if status != 3:
        return f"{what}: exit {status}, not 3: {said}"
    if "planpress: " not in said:
        return f"{what}: it does not say why: {said}"
    return None if there == EARLIER else f"{what}: the output is another"


def calls():
    """How many calls there are: between two powers of two, then between two numbers."""
    low, high = 1, 1
    while build(high, "")[0] != 0:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if build(middle, "")[0] == 0 else (middle, high)
    return low


def chosen(count, last):
    if "-" in count:
        first, end = count.split("-")
        return range(int(first), min(int(end), last) + 1)
    return range(1, last + 1, 1 if count == "all" else last // int(count) + 1)


last = calls()
tries = [(number, mode) for number in chosen(sys.argv[1], last) for mode in ("", "once")]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    faults = [said for said in pool.map(lambda one: fault(*one), tries) if said]
print("\n".join(faults[:MOST_SAID]))
print(f"memory: {last} calls, {len(tries)} builds, {len(faults)} faults")
sys.exit(last <= 500 or len(faults) > 0)
