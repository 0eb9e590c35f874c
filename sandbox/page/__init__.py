"""What a person can look at: the programme in figures, and any member."""
