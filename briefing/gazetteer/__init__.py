"""The names that the field uses: forums, states and groups, places, zones, themes."""
