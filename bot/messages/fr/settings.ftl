### Discord: the settings of a server

settings-filter-without = exclus sur ce serveur : { $names }
