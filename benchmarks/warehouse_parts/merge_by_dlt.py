"""Merge made rows by dlt and print rows per second. Arguments: host, database, number of rows, columns, directory."""

import sys
import time

import dlt

host, database, count, columns, directory = sys.argv[1:]
names = columns.split(",")
rows = [
    dict(zip(names, [f"r{i}", *[f"value {i * 7 % 1000}"] * (len(names) - 1)], strict=True)) for i in range(int(count))
]
credentials = {"username": "postgres", "password": "none", "host": host, "port": 5432, "database": database}
pipeline = dlt.pipeline(
    "bench",
    destination=dlt.destinations.postgres({"drivername": "postgresql", **credentials}),
    dataset_name="dlt_bench",
    pipelines_dir=directory,
)
began = time.perf_counter()
merge = {"disposition": "merge", "strategy": "upsert"}
pipeline.run(rows, table_name="report", write_disposition=merge, primary_key=names[0])
print(len(rows) / (time.perf_counter() - began))
