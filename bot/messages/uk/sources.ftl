### Discord: sources

sources-title = Статті
sources-title-search = Статті з «{ $search }»
sources-count = { $total ->
    [one] { $total } стаття
    [few] { $total } статті
    [many] { $total } статей
   *[other] { $total } статті
} · найновіша: { $newest } · опубліковано { $published }
sources-line = - { $article }
sources-none = Статей ще немає. Адмін може покласти їх у теку статей і виконати `/{ discord-articles.name } { discord-articles-reindex.name }`.
sources-none-found = У назві, виданні чи імені файлу жодної статті немає «{ $search }».
sources-page = Сторінка { $page } з { $pages }
sources-unknown = Статті з назвою «{ $title }» немає. Почніть писати в `/{ discord-sources.name } { discord-sources-show.name }` і виберіть зі списку.
sources-passage-page = Уривок { $page } з { $pages }
sources-no-passages = У цій статті немає уривків.
sources-field-publisher = Видання
sources-field-authors = Авторство
sources-field-published = Опубліковано
sources-field-modified = Змінено
sources-field-section = Розділ
sources-field-from = Звідки
sources-field-kind = Вид
sources-field-versions = Версії
sources-version = { $change ->
    [added] { $day }: додано до індексу
    [removed] { $day }: вилучено
   *[changed] { $day }: { $what }
}
sources-version-text = абзаців нових: { $added }, зниклих: { $removed }
sources-version-other = змінено
sources-version-field = { $field ->
    [title] змінено назву
    [publisher] змінено видання
    [authors] змінено авторство
    [published] змінено дату
    [url] змінено адресу
    [language] змінено мову
   *[section] змінено розділ
}
sources-kind-brief = короткий виклад тієї статті, а не її власний текст
sources-unknown-value = невідомо
sources-search-too-long = Шукайте, будь ласка, не більше ніж за { $limit } символами.
