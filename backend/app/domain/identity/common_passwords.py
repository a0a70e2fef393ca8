"""What people choose when they do not want to choose. A list of our own: words and walks over the keyboard
that are known to be used again and again, each with every dressing that people give them.

A few hundred stems stand for many thousands of passwords: `Password1`, `P@ssw0rd!`, `QWERTY2024` and
`1drowssap` are dressings of two of them.
"""

import re
import string

_LIST = """
password passwort motdepasse contrasena contraseña passphrase passcode passwd pass pwd senha parola haslo
welcome willkommen bienvenue bienvenido login logon signin admin administrator root user username guest
test testing tester demo sample example temp temporary default changeme changeit change letmein letmeinnow
secret geheim topsecret private access account computer internet server system master mustang shadow hello
hallo bonjour hola helloworld hellothere goodbye iloveyou ilove loveyou iloveu lovely love lover loveme
liebe amour amor teamo jetaime ichliebedich schatz sweetheart darling baby babygirl babyboy angel princess
princesa prinzessin queen king prince dragon monkey tiger lion eagle wolf panther dolphin butterfly flower
rose sunflower sunshine sunny rainbow summer winter spring autumn sommer fruhling frühling herbst
printemps automne verano invierno primavera otoño monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi
dimanche lunes martes miercoles miércoles jueves viernes sabado sábado domingo january february march
april june july august september october november december januar februar juni juli oktober dezember
football fussball fußball baseball basketball soccer hockey tennis golf liverpool arsenal chelsea
barcelona realmadrid manchester bayern juventus superman batman spiderman ironman pokemon pikachu naruto
starwars matrix hunter killer ninja samurai warrior soldier ranger trustno trustnoone whatever freedom
freiheit liberty forever friends friendship family familie famille familia michael michelle jennifer
jessica ashley daniel thomas robert william charlie george andrew joshua matthew anthony nicole amanda
hannah maggie samantha jordan taylor alexander alexandra sebastian christian stefan andreas martin peter
maria marie anna laura julia sophie camille nicolas antoine carlos miguel alejandro francisco fernando
google facebook microsoft apple samsung android iphone windows linux ubuntu oracle cisco gmail yahoo
hotmail youtube twitter instagram linkedin amazon netflix spotify jobwise resume lebenslauf career london
paris berlin madrid munich munchen münchen hamburg newyork chicago boston texas california florida america
germany deutschland france espana españa england canada australia mexico india chocolate cookie cheese
banana orange cherry strawberry pepper ginger coffee whiskey money success winner champion lucky jesus
christ heaven blessed faith hope peace yellow purple black white silver golden diamond crystal phoenix
thunder lightning storm computer1 passw0rd qwert azerty azertyuiop qwertz qwertzuiop qwerty qwertyuiop
asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc qweasd qweasdzxc asdqwe abc abcd abcde
abcdef abcdefg abcdefgh aaa xxx zzz xyz mypassword mysecret newpassword oldpassword yourpassword
thepassword nopassword
"""
WORDS = frozenset(_LIST.split())
DRESSING = string.digits + string.punctuation + string.whitespace
LEET = str.maketrans("@4301!$57", "aaeoiisst")
ROWS = (
    "1234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
)
SHORTEST_WALK, LONGEST_WALK = 3, max(map(len, ROWS))
_REPEATED = re.compile(r"(.{1,16}?)\1+")


def is_common(password: str) -> bool:
    """A word of the list, a walk over the keyboard or something repeated, however it is dressed."""
    plain = password.casefold()
    tried = {plain, plain.translate(LEET)}
    tried |= {each.strip(DRESSING) for each in tried} | {plain.strip(DRESSING).translate(LEET)}
    return any(_is_stem(each) or _is_stem(each[::-1]) for each in tried)


def _is_stem(text: str) -> bool:
    if text in WORDS or not text:
        return True
    if found := _REPEATED.fullmatch(text):
        return len(found[1]) < SHORTEST_WALK or _is_stem(found[1])
    return _is_walk(text) or _is_joined(text)


def _is_walk(text: str) -> bool:
    """`qwertz`, and `abc123`: nothing but pieces of rows of keys, of three keys or more."""
    while text:
        most = min(len(text), LONGEST_WALK)
        pieces = (n for n in range(SHORTEST_WALK, most + 1) if _is_in_a_row(text[:n]))
        step = max(pieces, default=0)
        if not step:
            return False
        text = text[step:]
    return True


def _is_in_a_row(piece: str) -> bool:
    return any(piece in row or piece[::-1] in row for row in ROWS)


def _is_joined(text: str) -> bool:
    """The same word twice is above; here it is followed by a year and marks, or by a walk."""
    return any(text.startswith(word) and _is_walk(text[len(word) :].strip(DRESSING)) for word in WORDS)
