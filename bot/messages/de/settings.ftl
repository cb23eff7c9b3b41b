### Discord: the settings of a server

settings-filter-without = auf diesem Server ausgenommen: { $names }
