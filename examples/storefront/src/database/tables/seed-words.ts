const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What the names of seeded users and products are put together from. */
export const FIRST_NAMES = words(`
  Ada Alan Amir Anita Barbara Carlos Chen Claude Dana Edsger Elena Emeka Fatima Frances Grace Hedy Ines Ivan Jean Joan
  Kateryna Katherine Kenji Lena Leslie Lin Margaret Mary Mei Niklaus Noor Olga Priya Radia Ravi Rosa Sofia Tim Tove Yuki
`);

export const LAST_NAMES = words(`
  Abe Adeyemi Allen Bauer Berg Castro Clarke Dahl Diaz Eriksen Fischer Garcia Haddad Hopper Ito Jansen Johnson Kaya
  Keller Kim Kowalski Lamarr Liskov Lopez Mbeki Meyer Moreau Nowak Okafor Patel Perlman Rossi Sato Silva Singh Tanaka
  Turing Vogel Wang Yilmaz
`);

export const LOOKS = words('black blue compact folding green large light plain red small');
export const MATERIALS = words('bamboo canvas ceramic cork cotton glass leather oak steel wool');
export const THINGS = words(`
  backpack basket blanket bottle bowl chair cup hat jacket kettle lamp mat notebook pan pillow scarf shelf stool table
  vase
`);
