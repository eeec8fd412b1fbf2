"""How spreadsheets become participants, marks, outcomes, partners and earlier aid; the door is `import_.py`."""
