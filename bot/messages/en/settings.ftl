### Discord: the settings of a server

settings-filter-without = left out in this server: { $names }
