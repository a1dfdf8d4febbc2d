"""Answers on every partition of a Spark RDD: each partition is piped through one process, an object a line.

Usage: python examples/spark/batch.py FOLDER
"""

import os
import pathlib
import subprocess
import sys

from pyspark.sql import SparkSession

QUESTION = "backend-career batch pay --format jsonl -q --jobs 1"
ROWS = 1_000_000

work = pathlib.Path(sys.argv[1])
rows = work / "rows.jsonl"
with rows.open("w") as out:
    for row in range(ROWS):
        out.write(f'{{"id":{row},"amount":{22_000 + row % 60_000}}}\n')

spark = SparkSession.builder.master("local[2]").appName("pay").getOrCreate()
# checkCode: a partition whose process fails fails the job.
piped = spark.sparkContext.textFile(str(rows)).pipe(QUESTION, env=dict(os.environ), checkCode=True)
piped.saveAsTextFile(str(work / "answers"))
spark.stop()

together = b"".join(part.read_bytes() for part in sorted((work / "answers").glob("part-*")))
with rows.open() as lines:
    alone = subprocess.run(QUESTION.split(), stdin=lines, stdout=subprocess.PIPE, check=True).stdout
if together != alone:
    sys.exit("the answers differ")
print(f"{ROWS} rows: the same answers byte for byte")
