const list = (text: string) => text.trim().split(/\s+/);

export const firstNames = list(`
  Aaliyah Aaron Abigail Adriana Aiden Alejandro Alicia Amara Amir Andre Angela Anika Antoine Arjun Ashley Beatriz
  Ben Bianca Brandon Brenda Bryce Caleb Camila Carlos Cassandra Chidi Chloe Claire Cole Connor Crystal Curtis
  Damien Danielle Darius Deborah Derek Desmond Diego Dominic Eduardo Elena Elijah Emily Emmanuel Erica Esperanza
  Ethan Fatima Felix Fiona Francisco Gabriel Gloria Graham Guadalupe Hailey Hassan Heather Hector Imani Isaac
  Isabel Ivan Jada Jamal Janelle Jasmine Javier Jean-Luc Jesús Joanna Joel Jordan Josephine Joy Julian Kaitlyn
  Karim Kayla Keisha Kelly Kenji Kevin Kiara Kyle Lamar Latoya Laura Leila Leonard Leticia Linh Logan Lucía Luke
  Malik Marcela Maria Mason Mateo Megan Mei Miguel Mikhail Miles Monique Nadia Naomi Natalie Nathan Nia Nicole
  Noah Nora Oksana Olivia Omar Oscar Paige Pablo Patrice Paula Pedro Phoebe Quentin Rachel Rafael Rashid Rebecca
  René Ricardo Robin Rosa Ruth Ryan Sabrina Salma Samantha Saúl Sean Selena Shanice Simone Sofía Stefan Sunita
  Tamika Tanner Tariq Teresa Thanh Theresa Trevor Tyler Uma Valeria Vanessa Veronica Victor Vincent Walter Wendy
  Xavier Yara Yasmin Yolanda Yusuf Zachary Zainab`);

export const lastNames = list(`
  Abbott Abdi Acosta Adams Aguilar Ali Allen Amaya Andersen Archuleta Avila Baca Bailey Baker Banerjee Barnes
  Begay Bennett Bergstrom Blackwood Bowman Boyd Briggs Brooks Bui Burke Cabrera Callahan Campbell Cardenas Carter
  Chaudhry Chavez Chen Cisneros Clark Coleman Conway Cordova Cruz Dang Davenport Delgado Diaz Dixon Dominguez
  Donovan Duarte Duncan Duong Eastman Edwards Ellis Eriksen Escobar Espinoza Evans Farah Fernández Fisher Flores
  Foster Franklin Fuentes Gaines Gallegos García Gebremariam Gibson Gomez Gonzales Goodwin Graves Greene Griffin
  Gutierrez Guzmán Hansen Harper Harris Hayes Henderson Herrera Hidalgo Hoang Hoffman Holloway Huang Hughes Hunt
  Ibarra Ibrahim Jackson Jaramillo Jenkins Jensen Jimenez Johnson Joseph Kamara Kapoor Keller Khan Kowalski Lam
  Lawson Le Leyba Lindgren Lombardi Lopez Lucero Lujan Maes Maldonado Marsh Martinez McBride McCoy McKenna Medina
  Mendoza Mercado Meyer Mitchell Mohamed Montoya Morales Moreno Murphy Myers Navarro Nelson Nguyen Norris Novak
  O'Brien Ochoa Okoro Olivas Olson Orozco Osei Otero Owens Pacheco Padilla Park Patel Payne Perea Pérez Peterson
  Pham Phillips Porter Powell Quintana Ramirez Ramos Reed Reyes Richardson Rivera Roberts Rodriguez Romero Ross
  Ruiz Salazar Sánchez Sandoval Santos Schmidt Schroeder Serrano Shaw Silva Simmons Singh Smith Sorensen Spencer
  Stewart Suarez Sullivan Tafoya Tesfaye Thomas Thompson Torres Tran Trujillo Tucker Valdez Vargas Vasquez Vigil
  Volkov Wagner Walker Warren Washington Watson Webb Weber White Williams Wong Wright Yazzie Young Zamora Zhang`);

/** Names that a table, a search and a bubble must all hold, whatever their script, accents or pictures. */
export const rareNames: readonly (readonly [first: string, last: string])[] = [
  ['ليلى', 'حداد'],
  ['יוסי', 'לוי'],
  ['Nguyễn', 'Thị Lan'],
  ['Coach T', '🏈'],
  ['Søren', 'Bjørnstad-Ægir'],
  ['Maximiliano Alejandro', 'de la Cruz y Fernández de Córdoba'],
  ['Þóra', 'Guðmundsdóttir'],
  ['美咲', '田中'],
  ['D’Andre', 'Saint-Pierre'],
  ['Oyinkansola', 'Ọlátúnjí'],
];
