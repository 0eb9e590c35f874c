"""What a worker can be asked to do: "ledger.award" is `award` in `ledger`. Answers are numbers."""
