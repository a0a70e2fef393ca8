"""What languages are known by: small words, and, where a text has few of them, endings and letters."""

SMALL_WORDS = {
    "en": "a in the and of to you your with for our we will this that are have be is as on from who "
    "i my am do at an not no it but has was were by all or if how what when can about out up there till "
    "led ran kept sold built made drove set taught wrote new their they its been did does after before over "
    "two three four five six seven eight nine ten hours days weeks months years each than into during while",
    "fr": "le la les des du et vous votre vos nous une un pour dans avec est sont au aux sur qui que ou par "
    "je suis mon ma mes ne pas ses leur trois en d l plus de à",
    "de": "der die das und sie du wir mit für den von ist eine ein im zu auf deine ihre bei als auch nicht "
    "ich bin mein meine einer eines einem in an am zum zur vom oder aus nach über sowie dem des war",
    "es": "el la los las y de del que en con para una un por tu su nuestro somos es como se al te más "
    "soy mi mis lo sus muy años desde",
    "sv": "och att det som på är du vi för med en ett av till din ditt våra kommer hos dig eller inom har "
    "jag inte mina vid om från ej i den",
    "nl": "de het een en van je jij wij met voor zijn bij onze jouw ons op aan als dat wordt naar ook "
    "ik ben mijn niet over te in is der uit door tot wij",
    "it": "il lo la gli le di che per con una un del della nel sei siamo nostra tuo sono dei al più "
    "degli delle dell alla nella dal non mio mia è e ed i presso",
    "pt": "os as de que para com uma um do da em você nosso nossa seu sua não por mais são ao "
    "sou meu minha pelo pela pelos pelas dos das nos na no o à e a",
    "da": "og at det som på er du vi for med en et af til din dit vores kommer hos dig eller inden har ikke "
    "jeg mine ved om fra i den efter kan lide nogle",
    "no": "og å det som på er du vi for med en et av til din ditt våre kommer hos deg eller innen har ikke "
    "jeg mine ved om fra i den etter liker noen",
    "fi": "ja on sekä että tai olet sinulla meillä me sinun kanssa ovat voit myös työ "
    "olen ei en kun jossa joka minun",
    "pl": "na do oraz się jest dla nie od twoje nasz praca który jako po przez "
    "jestem i w z za o mój moje lat przy",
}
ENDINGS = {
    "en": "ing ings ed ly tion ness ment ship less ful ght sh ry",
    "fr": "ment tion aire ière eur euse eux ères isse ique elle ette tissage agement ncement antes antis",
    "de": "ung ungen keit heit schaft lich liche licher isch ische ischer ieren iert ätze nisse tur stand",
    "es": "ción ciones dad dades miento mientos ador adores ero ería ido ados amos ente encia os as",
    "sv": "ning ningar het ande are iska erna arna ligt lig else het åll",
    "nl": "ing heid lijk lijke atie aties schap eren erd aar eel houd eken tie kundige",
    "it": "zione zioni ità mento menti tore tori ista iamo aggio enza anza ile ine oco ente",
    "pt": "ção ções dade dades mento mentos ador eira eiro eiros amos ência agem vel mente os as",
    "da": "else elser hed eren erne ning ende lig skab løb",
    "no": "else elser het eren ene ning ende lig skap jøp",
    "fi": "nen lla llä ssa ssä sta stä ksi mme tta ttä iden jen ija aus kea kia oja",
    "pl": "ość ości anie enie ność acja acji owy owa owania ów ego ych ami ach ny ska ski rza amy upy",
}
LETTERS = {
    "fr": "è ê à ç œ ë î û ù é ô",
    "de": "ß ä ö ü",
    "es": "ñ á é í ó ú",
    "sv": "å ä ö",
    "it": "à è ù ò ì",
    "pt": "ã õ ç á é í ó ú â ê",
    "da": "æ ø å",
    "no": "æ ø å",
    "fi": "ä ö",
    "pl": "ł ą ę ś ć ż ź ń ó",
}
