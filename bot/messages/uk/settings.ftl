### Discord: the settings of a server

settings-filter-without = вилучено на цьому сервері: { $names }
