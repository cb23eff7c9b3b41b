### Discord: the settings of a server

settings-filter-without = excluídos neste servidor: { $names }
