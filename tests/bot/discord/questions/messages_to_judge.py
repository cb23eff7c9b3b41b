"""Messages as people write them in channels, invented by us: what asks the articles, and what does not.

`FITTED` are those that the rules were written with; `HELD_BACK` were written before and looked at only to
measure. Each line is one message; "\\n" stands for a new line within it.
"""

QUESTIONS_FITTED = r"""
How tall is the rebuilt Lindau lighthouse?
When did the ferry to Gull Island stop running?
who designed the new tram bridge in Norrby?
What did the mayor say about the flood barrier?
Why was the opera house closed last winter
Is the old fish market still being torn down?
Has the harbour council approved the wind park?
Does anyone know when the lighthouse reopens?
Can someone tell me how much the new pier cost?
I read about it yesterday. Which company built the sea wall at Brack?
Did Ilse Varga resign from the port authority?
How many people lost power in the March storm?
hey, anyone know who won the coastal race in 2024?
Are the ferries to Osten cancelled because of the strike?
"What happened to the Marten trawler?"
Wie hoch ist der neue Leuchtturm in Lindau?
Weiß jemand, wann die Fähre nach Möwenort wieder fährt?
Wer hat die Brücke in Norrby entworfen?
Warum wurde die Oper im Winter geschlossen?
Hat der Hafenrat den Windpark genehmigt?
Gibt es schon ein Urteil im Prozess um die Reederei Brandt?
Wurde der alte Fischmarkt abgerissen?
¿Cuánto mide el faro de Lindau después de la obra?
¿Alguien sabe cuándo vuelve a funcionar el transbordador?
Quién diseñó el puente del tranvía de Norrby?
¿Por qué cerraron la ópera el invierno pasado?
¿Aprobó el consejo del puerto el parque eólico?
Quelle est la hauteur du phare de Lindau ?
Est-ce que quelqu'un sait quand le ferry repart ?
Qui a dessiné le pont du tramway de Norrby ?
Pourquoi l'opéra a-t-il fermé l'hiver dernier ?
Le conseil du port a-t-il approuvé le parc éolien ?
Qual é a altura do farol de Lindau?
Alguém sabe quando a balsa volta a funcionar?
Quem projetou a ponte do bonde de Norrby?
Por que a ópera fechou no inverno passado?
O conselho do porto aprovou o parque eólico?
Яка висота маяка в Ліндау?
Хтось знає, коли знову піде пором?
Хто спроєктував трамвайний міст у Норрбю?
Чому оперу закрили минулої зими?
Чи схвалила рада порту вітропарк?
What is the name of the ship that ran aground near Tarn Point?
when will the new hospital wing open
How long was the railway tunnel closed after the fire?
Was the fishing ban lifted this year?
Do we know who paid for the statue on Quay Street?
Which teams reached the final of the island cup?
ok so who owns the Brandt shipyard these days?
Has there been any news on the missing yacht Corvina?
What caused the outage at the Norrby power plant?
How much did ticket prices rise in January?
Where will the next coastal summit be held?
Hello! Does anybody know whether the museum reopened?
Will the toll on the Sund bridge go up?
Why do the ferries no longer stop at Osten? Is it the strike?
In which year was the Lindau lighthouse built?
Wann öffnet das neue Krankenhaus?
Wie lange war der Tunnel nach dem Brand gesperrt?
Weiß hier wer, wem die Werft Brandt gehört?
Ist das Fangverbot aufgehoben worden?
Welche Mannschaften stehen im Finale?
Wird die Maut auf der Sundbrücke teurer?
¿Cuándo abre el nuevo hospital?
¿De quién es el astillero Brandt?
¿Se levantó la prohibición de pesca?
¿Qué equipos llegaron a la final?
¿Dónde será la próxima cumbre?
Quand ouvrira le nouvel hôpital ?
À qui appartient le chantier naval Brandt ?
L'interdiction de pêche a-t-elle été levée ?
Combien de temps le tunnel est-il resté fermé ?
Quando abre o novo hospital?
De quem é o estaleiro Brandt?
A proibição da pesca foi suspensa?
Onde será a próxima cúpula?
Коли відкриють нову лікарню?
Кому належить верф Брандта?
Чи скасували заборону на вилов риби?
Скільки часу тунель був закритий?
"""

OTHERS_FITTED = r"""
lol what?
really?
How are you?
What do you think about the new bridge?
Can you send me the link?
are we still meeting at 8?
Nice photo!
The lighthouse reopened on Monday.
Where should we eat tonight?
Ben, when is the ferry?
who's in for a game?
what's up everyone
why not
Anyone here?
That was a great match, wasn't it?
The tower is 41 metres high, right?
Should I buy the blue one or the red one?
`print("how many ferries?")` gives an error
https://example.org/news?id=7
```\nSELECT count(*) FROM ferries WHERE name = 'what?'\n```
> How tall is the lighthouse?\nno idea tbh
What the hell is going on?
Did you see the match yesterday?
u ok?
does it work now?
What time is it?
Who are you?
Is it just me or is Discord slow?
Could you please stop?
how do I mute this channel?
When I was young the ferry ran every hour.
What a day!
How nice of them.
Was meinst du dazu?
Wie geht's?
Kommst du heute Abend?
Was ist denn hier los?
Sollen wir los?
Das war ein schönes Spiel, oder?
Ach so, warum das denn?
Kannst du mir helfen?
¿Qué tal?
¿Vienes esta noche?
¿Qué opinas tú?
Buen partido, ¿no?
¿Y ahora qué hacemos?
Ça va ?
Tu viens ce soir ?
C'est beau, non ?
On mange où ce soir ?
Qu'est-ce que tu en penses ?
Tudo bem?
Você vem hoje à noite?
Foi um bom jogo, né?
O que a gente faz agora?
Як справи?
Ти прийдеш сьогодні?
Гарна гра, правда?
Що робимо?
А ти що думаєш?
wait what?
is this thing on?
anyone up for lunch?
Where are you from?
How was your weekend?
What should I wear to the opening?
Mara, did the ferry leave already?
can somebody help me with my homework?
thanks, that's what I meant
I wonder why people care.
so you're saying it's closed?
Why would you say that?
nobody asked?
how come lol
What's your favourite lighthouse?
Are you serious?
The ferry was late again, typical, isn't it?
no way??
Who wants coffee?
let's ask the mayor, shall we?
What if we just leave?
pls check your DMs?
Should we vote on it?
where is everybody
is he ok?
what does that even mean
Was machst du gerade?
Wer kommt mit ins Kino?
Echt jetzt?
Hast du das gesehen?
Wo seid ihr?
Soll ich das löschen?
Schön, nicht wahr?
¿Quién viene al cine?
¿Estás seguro?
¿Y tú?
¿En serio?
¿Nos vemos mañana?
Qui vient au cinéma ?
T'es sérieux ?
Et toi ?
Vous êtes où ?
On se voit demain ?
Quem vem ao cinema?
Sério?
E você?
A gente se vê amanhã?
Cadê vocês?
Хто йде в кіно?
Серйозно?
А ви?
Де ви всі?
Побачимось завтра?
Що це взагалі таке?
"""

QUESTIONS_LATER = r"""
What was the verdict in the Halvorsen trial?
who is the new head of the coast guard
How deep is the harbour basin after the dredging?
Are electric buses already running in Norrby?
When is the next low-water warning expected?
Has anyone read what the inspectors found at the dam?
Does somebody know how many berths the marina has?
Why were the trains late on Friday?
Did the Osten museum get its painting back?
"Where did the oil spill come from?"
Which island has the oldest church?
Who wrote the report on the collapsed crane?
I missed the news. What did the court decide about the fishing quota?
What percentage of voters chose the new harbour?
How did the village of Brack survive the flood?
Wie viele Betten hat das neue Krankenhaus?
Wann wird der Damm fertig saniert?
Kann mir jemand sagen, wer die Ausschreibung gewonnen hat?
Warum fiel am Freitag der Strom aus?
Stimmt es, dass die Fähre verkauft wurde?
Welche Insel hat die älteste Kirche?
¿Cuántas camas tiene el nuevo hospital?
¿Qué decidió el tribunal sobre la cuota de pesca?
¿Hay autobuses eléctricos en Norrby?
¿Por qué llegaron tarde los trenes el viernes?
Combien de lits compte le nouvel hôpital ?
Qu'a décidé le tribunal sur le quota de pêche ?
Pourquoi les trains étaient-ils en retard vendredi ?
Y a-t-il déjà des bus électriques à Norrby ?
Quantos leitos tem o novo hospital?
O que o tribunal decidiu sobre a cota de pesca?
Já há ônibus elétricos em Norrby?
Por que os trens atrasaram na sexta-feira?
Скільки ліжок у новій лікарні?
Що вирішив суд про квоту на вилов?
Чи є вже електробуси в Норрбю?
Чому в п'ятницю запізнювалися потяги?
"""

OTHERS_LATER = r"""
can I get a ride tomorrow?
is your mic broken?
How do I change my nickname here?
what game is that
Who pinged me?
did that just happen?
Isn't it lovely out there?
Tom, which bus do we take?
How dare they!
What did I miss?
do we have a meeting today
Was it good?
and the other one?
When are you moving?
why is this so hard
Would you rather swim or sail?
Where did you buy that jacket?
How much is it?
Seen the news?
new phone who dis
Anyone else tired?
What's for dinner?
He asked "when?" and left.
Which one?
What were we talking about?
Wann hast du Zeit?
Wo ist meine Tasse?
Was geht?
Und jetzt?
Ist das dein Ernst?
Wie findet ihr das neue Logo?
Wer war das denn?
¿A qué hora quedamos?
¿Dónde estás?
¿Por qué no?
¿Te gustó la película?
Tu fais quoi demain ?
C'est qui ?
Pourquoi pas ?
Vous avez aimé le film ?
Que horas são?
Onde você mora?
Por que não?
Gostou do filme?
О котрій зустрічаємося?
Де ти живеш?
Чому б і ні?
Вам сподобався фільм?
"""


def messages(lines: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in lines.strip().splitlines()]
