"""Answers for a pandas frame: the frame goes in as CSV, comes back with the figures beside its own columns.

Usage: python examples/pandas/batch.py [backend-career]
"""

import io
import subprocess
import sys

import pandas as pd


def batch(frame: pd.DataFrame, *question: str, program: str = "backend-career") -> pd.DataFrame:
    """Asks `question` of every row; rows without an answer say why in `error`."""
    run = subprocess.run(
        [program, "batch", *question, "-q", "--format", "csv"],
        input=frame.to_csv(index=False),
        capture_output=True,
        encoding="utf-8",
    )
    # 1: some rows have no answer; above: nothing was answered.
    if run.returncode > 1:
        raise RuntimeError(run.stderr)
    return pd.read_csv(io.StringIO(run.stdout))


if __name__ == "__main__":
    salaries = pd.read_csv("examples/salaries.csv")
    answers = batch(salaries, "pay", program=sys.argv[1] if len(sys.argv) > 1 else "backend-career")
    print(answers.groupby("level")["net_after_tax_month"].median().to_string())
