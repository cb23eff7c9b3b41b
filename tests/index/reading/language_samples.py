"""A report of four sentences in many languages, written by us, for the tests of what reads text."""

SAMPLES = {
    "en": (
        "The café on the quay of Saint-Étienne reopened on Monday, and the mayor’s “naïve” plan cost "
        "£3 million. Its owner, José Núñez, said that he had waited for nine years. The builders came "
        "from Malmö and they were paid at once. It is open from 9 to 5 – but not on Sundays."
    ),
    "de": (
        "Die Brücke über den Fluß bleibt bis zum Herbst gesperrt, teilte die Stadt am Dienstag mit. "
        "„Wir haben keine andere Möglichkeit“, sagte Bürgermeisterin Käthe Müller. Nach Angaben der "
        "Opposition kosten die Arbeiten mehr als drei Millionen Euro. Für Fußgänger gibt es eine "
        "Fähre."
    ),
    "fr": (
        "La mairie a annoncé mardi que le pont serait fermé à la circulation jusqu’à la fin de l’été. "
        "D’après l’adjointe, les travaux coûteront très cher : près de 4 millions d’euros. « Où "
        "irons-nous ? », demande un commerçant, déçu. Le marché, lui, déménagera à côté de la gare, "
        "et les élèves prendront le bus. Sa sœur aussi."
    ),
    "es": (
        "El ayuntamiento anunció el martes que el puente estará cerrado hasta otoño. Según la "
        "oposición, las obras costarán más de tres millones. «¿Adónde iremos?», pregunta una señora "
        "del barrio. Los niños de la escuela tomarán el autobús, y el mercado se mudará este año "
        "junto a la estación."
    ),
    "pt": (
        "A câmara anunciou na terça-feira que a ponte ficará fechada até ao outono. Segundo a "
        "oposição, as obras não custarão menos de três milhões. “Para onde vamos?”, pergunta uma "
        "comerciante. As crianças da escola irão de autocarro, e a estação será também a última a "
        "reabrir, disse o irmão."
    ),
    "it": (
        "Il comune ha annunciato martedì che il ponte sarà chiuso fino all’autunno. Secondo "
        "l’opposizione i lavori costeranno più di tre milioni. «È troppo», dice una signora, perché "
        "la città non ha altre vie. I ragazzi della scuola andranno in autobus, e il mercato si "
        "sposterà là dove c’è posto."
    ),
    "nl": (
        "De gemeente meldde dinsdag dat de brug tot de herfst dicht blijft. Volgens de oppositie kost "
        "het werk meer dan drie miljoen. ‘Eén ding is zeker, wij zijn ontevreden’, zei burgemeester "
        "Zoë de Vries. Het café heeft nog maar twee cliënten, en financiële hulp uit België wordt "
        "niet verwacht."
    ),
    "sv": (
        "Kommunen meddelade på tisdagen att bron över ån stängs till hösten. Enligt oppositionen "
        "kostar arbetet mer än tre miljoner kronor. Många är missnöjda, säger Åsa Öberg. ”Vi får ta "
        "färjan”, sade hon, och barnen åker buss till skolan från och med måndag."
    ),
    "da": (
        "Kommunen oplyste tirsdag, at broen over åen er lukket til efteråret. Ifølge oppositionen "
        "koster arbejdet mere end tre millioner kroner. Mange er utilfredse, siger Søren Østergård. "
        "»Vi må tage færgen,« sagde hun, og børnene kører med bus til skolen fra på mandag."
    ),
    "no": (
        "Kommunen opplyste tirsdag at broen over elva er stengt til høsten. Ifølge opposisjonen "
        "koster arbeidet mer enn tre millioner kroner. Mange er misfornøyde, sier Åse Bjørnstad. «Vi "
        "må ta ferjen», sa hun, og barna kjører buss til skolen fra og med mandag."
    ),
    "is": (
        "Bærinn tilkynnti á þriðjudag að brúin yfir ána verði lokuð fram á haust. Það er dýrt og "
        "kostar meira en þrjár milljónir, segir minnihlutinn. Margir eru óánægðir, sagði Þórður "
        "Ægisson. Börnin fara með rútu í skólann og markaðurinn verður fluttur við stöðina."
    ),
    "fi": (
        "Kaupunki kertoo, että joen yli menevä silta on kiinni syksyyn asti. Opposition mukaan työ "
        "maksaa yli kolme miljoonaa. Monet ovat tyytymättömiä, sanoo Äijälä. Hän ei ole varma, mutta "
        "lapset menevät nyt bussilla kouluun, ja tori siirtyy aseman viereen ensi viikolla. Šakki jää "
        "pois."
    ),
    "et": (
        "Linn teatas teisipäeval, et üle jõe viiv sild on sügiseni suletud. Opositsiooni arvates ei "
        "maksa töö alla kolme miljoni. Paljud on rahulolematud, ütles Õnne Põldmäe, ja see on ka "
        "kõik. Lapsed sõidavad nüüd bussiga kooli, aga turg kolib jaama juurde või jääb ära."
    ),
    "pl": (
        "Władze miasta ogłosiły we wtorek, że most będzie zamknięty do jesieni. Zdaniem opozycji "
        "prace będą kosztować ponad trzy miliony złotych. Mieszkańcy są źli, mówi Łukasz Żądło. „Nie "
        "wiem, którędy pójdę”, dodał. Dzieci pojadą do szkoły autobusem, a targ przeniesie się pod "
        "dworzec."
    ),
    "cs": (
        "Město v úterý oznámilo, že most přes řeku bude do podzimu uzavřen. Podle opozice budou práce "
        "stát více než tři miliony korun. Lidé jsou nespokojeni, řekl Tomáš Žďárský. „Půjdeme "
        "přívozem,“ dodal. Děti pojedou do školy autobusem a trh se přestěhuje k nádraží."
    ),
    "sk": (
        "Mesto v utorok oznámilo, že most cez rieku bude do jesene uzavretý. Podľa opozície budú "
        "práce stáť viac ako tri milióny. Ľudia sú nespokojní, povedal Ľubomír Ďurčo. „Pôjdeme "
        "kompou,“ dodal. Deti pôjdu do školy autobusom a trh sa presťahuje k stanici."
    ),
    "hu": (
        "A város kedden közölte, hogy a folyó fölötti híd őszig zárva lesz. Az ellenzék szerint a "
        "munka több mint három millióba kerül. Az emberek elégedetlenek, mondta Szűcs Győző. „Nem "
        "tudom, merre megyek” – tette hozzá. A gyerekek busszal járnak az iskolába, és a piac az "
        "állomás mellé költözik."
    ),
    "ro": (
        "Oraşul a anunţat marţi că podul peste râu va fi închis până în toamnă. După opoziţie, "
        "lucrările vor costa mai mult de trei milioane. Oamenii sunt nemulţumiţi, spune Ştefan "
        "Ţăranu. „Nu ştiu pe unde merg”, a spus el. Copiii merg la şcoală cu autobuzul."
    ),
    "sl": (
        "Občina je v torek sporočila, da bo most čez reko zaprt do jeseni. Po mnenju opozicije bo "
        "delo stalo več kot tri milijone. Ljudje so nezadovoljni, pravi Žiga Čuk. Otroci se bodo v "
        "šolo vozili z avtobusom, tržnica pa se bo preselila k postaji že pred jesenjo."
    ),
    "hr": (
        "Grad je u utorak objavio da će most preko rijeke biti zatvoren do jeseni. Kako kaže oporba, "
        "radovi će stajati više od tri milijuna. Ljudi su nezadovoljni, kaže Đuro Čačić. Djeca će u "
        "školu ići autobusom, a tržnica se seli uz kolodvor, što nije dobro."
    ),
    "lt": (
        "Miestas antradienį pranešė, kad tiltas per upę bus uždarytas iki rudens. Opozicijos teigimu, "
        "darbai kainuos daugiau kaip tris milijonus. Žmonės yra nepatenkinti, sakė Šarūnas Žąsytis. "
        "Vaikai į mokyklą važiuos autobusu, o turgus dėl to kelsis prie stoties."
    ),
    "lv": (
        "Pilsēta otrdien paziņoja, ka tilts pār upi būs slēgts līdz rudenim. Opozīcija saka, ka darbi "
        "maksās vairāk par trim miljoniem. Cilvēki nav apmierināti, saka Šķēle, un viņš arī. Bērni uz "
        "skolu brauks ar autobusu, bet tirgus pārcelsies pie stacijas."
    ),
    "tr": (
        "Belediye salı günü köprünün sonbahara kadar kapalı olduğunu açıkladı. Muhalefete göre iş üç "
        "milyondan çok daha pahalı. İnsanlar memnun değil, diyor Işıl Güneş. Çocuklar okula otobüsle "
        "gidecek ve pazar için yeni bir yer var."
    ),
    "ru": (
        "Город сообщил во вторник, что мост через реку закрыт до осени. По словам оппозиции, работы "
        "будут стоить более трёх миллионов. «Не знаю, как ехать», – сказал Фёдор Щукин. Дети поедут в "
        "школу на автобусе, а рынок уже не будет у вокзала."
    ),
    "uk": (
        "Місто повідомило у вівторок, що міст через річку буде закрито до осені. За словами опозиції, "
        "роботи коштуватимуть понад три мільйони. «Не знаю, як їхати», – сказав Юрій Ґудзь. Діти "
        "поїдуть до школи автобусом, а ринок переїде на під’їзд, бо це вже є."
    ),
    "be": (
        "Горад паведаміў у аўторак, што мост цераз раку будзе зачынены да восені. Паводле апазіцыі, "
        "праца будзе каштаваць больш за тры мільёны, і гэта не ўсё. Людзі незадаволеныя, кажа Юры "
        "Ўрублеўскі. Дзеці паедуць у школу на аўтобусе, як і каля вакзала."
    ),
    "bg": (
        "Градът съобщи във вторник, че мостът над реката ще бъде затворен до есента. Според "
        "опозицията работата ще струва повече от три милиона. Хората не са доволни, каза Щерьо Ъглов. "
        "Децата ще пътуват с автобус, а пазарът се мести до гарата през юни."
    ),
    "sr": (
        "Град је у уторак објавио да ће мост преко реке бити затворен до јесени. Како каже опозиција, "
        "радови ће коштати више од три милиона. Људи су незадовољни, каже Ђорђе Џамић. Деца ће у "
        "школу ићи аутобусом, а пијаца се сели уз станицу, што није добро."
    ),
    "el": (
        "Ο δήμος ανακοίνωσε την Τρίτη ότι η γέφυρα θα είναι κλειστή μέχρι το φθινόπωρο. Σύμφωνα με "
        "την αντιπολίτευση, τα έργα θα κοστίσουν πάνω από τρία εκατομμύρια. Οι άνθρωποι δεν είναι "
        "ευχαριστημένοι, λέει ο Άρης. Τα παιδιά θα πάνε στο σχολείο με λεωφορείο."
    ),
}
