"""Answers joined with their input in DuckDB, which reads them from a pipe.

Usage: python examples/duckdb/batch.py [backend-career]
"""

import subprocess
import sys

import duckdb

program = sys.argv[1] if len(sys.argv) > 1 else "backend-career"
question = [program, "batch", "pay", "--input", "examples/salaries.csv", "-q", "--format", "csv"]
columns = ["--columns", "name,net_after_tax_month,employer_cost_year,error"]

with subprocess.Popen(question + columns, stdout=subprocess.PIPE) as answers:
    joined = duckdb.sql(
        f"""
        select level, count(*) as people, median(net_after_tax_month) as net, sum(employer_cost_year) as cost
        from read_csv('examples/salaries.csv') as salaries
        join read_csv(
            '/dev/fd/{answers.stdout.fileno()}',
            -- A pipe cannot be read twice, so its columns are told rather than found out.
            auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {{
                'name': 'varchar', 'net_after_tax_month': 'double', 'employer_cost_year': 'double', 'error': 'varchar'
            }}
        ) as answers using (name)
        where answers.error is null
        group by level
        order by net
        """
    ).fetchall()
for level, people, net, cost in joined:
    print(f"{level},{people},{net:.2f},{cost:.2f}")
