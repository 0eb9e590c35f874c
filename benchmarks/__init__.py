"""What it costs, each figure beside a limit measured in the same run. See README.md."""
