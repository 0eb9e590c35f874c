"""All that changes a balance: `post` is the door, `read` the window, `audit` the proof."""
