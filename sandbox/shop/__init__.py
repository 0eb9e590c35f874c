"""The shop of the sandbox: just enough of one to order, pay, send and refund."""
