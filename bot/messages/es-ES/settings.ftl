### Discord: the settings of a server

settings-filter-without = excluidos en este servidor: { $names }
