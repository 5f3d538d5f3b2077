"""Offices: who held which office when, for ``terms`` to read: public record, to the month.

A row is a title and those who held it, parted by semicolons: a name, other spellings behind "=",
and the first and last month of each term; "-" is a term that had not ended when this was written.
"""

OFFICES = """
president: Ronald Reagan 1981-01/1989-01; George W. Bush=George W Bush 2001-01/2009-01
president: George Bush 1989-01/1993-01 2001-01/2009-01; Bill Clinton 1993-01/2001-01
president: Barack Obama 2009-01/2017-01; Donald Trump 2017-01/2021-01 2025-01/-
president: Joe Biden 2021-01/2025-01; Jacques Chirac 1995-05/2007-05
president: Francois Mitterrand 1981-05/1995-05; Nicolas Sarkozy 2007-05/2012-05
president: Francois Hollande 2012-05/2017-05; Emmanuel Macron 2017-05/-
president: Boris Yeltsin 1991-07/1999-12; Vladimir Putin 1999-12/2008-05 2012-05/-
president: Dmitry Medvedev=Dmitri Medvedev 2008-05/2012-05; Mikhail Gorbachev 1990-03/1991-12
president: Leonid Kuchma 1994-07/2005-01; Viktor Yushchenko 2005-01/2010-02
president: Viktor Yanukovych 2010-02/2014-02; Petro Poroshenko 2014-06/2019-05
president: Volodymyr Zelensky=Volodymyr Zelenskiy=Volodymyr Zelenskyy 2019-05/-
president: Lech Walesa 1990-12/1995-12; Aleksander Kwasniewski 1995-12/2005-12
president: Lech Kaczynski 2005-12/2010-04; Andrzej Duda 2015-08/2025-08
president: Vaclav Havel 1989-12/1992-07 1993-02/2003-02; Vaclav Klaus 2003-03/2013-03
president: Slobodan Milosevic 1989-05/2000-10; Vojislav Kostunica 2000-10/2003-03
president: Boris Tadic 2004-07/2012-04; Franjo Tudjman 1990-05/1999-12
president: Alija Izetbegovic 1990-12/2000-10; Sali Berisha 1992-04/1997-07
president: Turgut Ozal 1989-11/1993-04; Suleyman Demirel 1993-05/2000-05
president: Ahmet Necdet Sezer 2000-05/2007-08; Abdullah Gul 2007-08/2014-08
president: Recep Tayyip Erdogan=Tayyip Erdogan 2014-08/-; Glafcos Clerides 1993-02/2003-02
president: Tassos Papadopoulos 2003-02/2008-02; Jiang Zemin 1993-03/2003-03
president: Hu Jintao 2003-03/2013-03; Xi Jinping 2013-03/-; Lee Teng-hui 1988-01/2000-05
president: Chen Shui-bian 2000-05/2008-05; Ma Ying-jeou 2008-05/2016-05
president: Tsai Ing-wen 2016-05/2024-05; Kim Young-sam 1993-02/1998-02
president: Kim Dae-jung 1998-02/2003-02; Roh Moo-hyun 2003-02/2008-02
president: Lee Myung-bak 2008-02/2013-02; Park Geun-hye 2013-02/2017-03
president: Moon Jae-in 2017-05/2022-05; Yoon Suk Yeol=Yoon Suk-yeol 2022-05/2025-04
president: Pervez Musharraf 2001-06/2008-08; Asif Ali Zardari 2008-09/2013-09 2024-03/-
president: Chandrika Kumaratunga 1994-11/2005-11
president: Mahinda Rajapakse=Mahinda Rajapaksa 2005-11/2015-01
president: Hamid Karzai 2001-12/2014-09; Ashraf Ghani 2014-09/2021-08
president: Megawati Sukarnoputri 2001-07/2004-10; Joko Widodo 2014-10/2024-10
president: Susilo Bambang Yudhoyono 2004-10/2014-10; Abdurrahman Wahid 1999-10/2001-07
president: Corazon Aquino 1986-02/1992-06; Fidel Ramos 1992-06/1998-06
president: Joseph Estrada 1998-06/2001-01; Benigno Aquino 2010-06/2016-06
president: Gloria Arroyo=Gloria Macapagal Arroyo=Gloria Macapagal-Arroyo 2001-01/2010-06
president: Rodrigo Duterte 2016-06/2022-06; Nguyen Minh Triet 2006-06/2011-07
president: Tran Duc Luong 1997-09/2006-06; Ernesto Zedillo 1994-12/2000-11
president: Vicente Fox 2000-12/2006-11; Felipe Calderon 2006-12/2012-11
president: Enrique Pena Nieto 2012-12/2018-11; Fernando Henrique Cardoso 1995-01/2002-12
president: Luiz Inacio Lula da Silva 2003-01/2010-12 2023-01/-
president: Dilma Rousseff 2011-01/2016-08; Jair Bolsonaro 2019-01/2022-12
president: Carlos Menem 1989-07/1999-12; Nestor Kirchner 2003-05/2007-12
president: Cristina Fernandez=Cristina Fernandez de Kirchner=Cristina Kirchner 2007-12/2015-12
president: Mauricio Macri 2015-12/2019-12; Ricardo Lagos 2000-03/2006-03
president: Michelle Bachelet 2006-03/2010-03 2014-03/2018-03; Javier Milei 2023-12/-
president: Sebastian Pinera 2010-03/2014-03 2018-03/2022-03; Eduardo Frei 1994-03/2000-03
president: Alberto Fujimori 1990-07/2000-11; Alejandro Toledo 2001-07/2006-07
president: Alan Garcia 1985-07/1990-07 2006-07/2011-07; Evo Morales 2006-01/2019-11
president: Rafael Correa 2007-01/2017-05; Alvaro Uribe 2002-08/2010-08
president: Juan Manuel Santos 2010-08/2018-08; Ernesto Samper 1994-08/1998-08
president: Hugo Chavez 1999-02/2013-03; Fidel Castro 1976-12/2008-02
president: Raul Castro 2008-02/2018-04; Yasser Arafat 1996-01/2004-11
president: Mahmoud Abbas=Mahmud Abbas 2005-01/-; Hosni Mubarak 1981-10/2011-02
president: Mohamed Morsi=Mohammed Morsi 2012-06/2013-07; Abdel Fattah al-Sisi 2014-06/-
president: Hafez al-Assad 1971-03/2000-06; Bashar al-Assad 2000-07/2024-12
president: Emile Lahoud 1998-11/2007-11; Elias Hrawi 1989-11/1998-11
president: Michel Sleiman=Michel Suleiman 2008-05/2014-05; Saddam Hussein 1979-07/2003-04
president: Jalal Talabani 2005-04/2014-07; Mohammad Khatami=Mohammed Khatami 1997-08/2005-08
president: Akbar Hashemi Rafsanjani=Ali Akbar Hashemi Rafsanjani 1989-08/1997-08
president: Mahmoud Ahmadinejad=Mahmud Ahmadinejad 2005-08/2013-08
president: Hassan Rouhani=Hassan Rowhani 2013-08/2021-08; Ebrahim Raisi 2021-08/2024-05
president: Abdelaziz Bouteflika 1999-04/2019-04; Liamine Zeroual 1994-01/1999-04
president: Zine El Abidine Ben Ali 1987-11/2011-01; Nelson Mandela 1994-05/1999-06
president: Thabo Mbeki 1999-06/2008-09; Jacob Zuma 2009-05/2018-02
president: Cyril Ramaphosa 2018-02/-; Robert Mugabe 1987-12/2017-11
president: Olusegun Obasanjo 1999-05/2007-05; Goodluck Jonathan 2010-05/2015-05
president: Muhammadu Buhari 2015-05/2023-05; Daniel arap Moi=Daniel Arap Moi 1978-10/2002-12
president: Mwai Kibaki 2002-12/2013-04; Benjamin Mkapa 1995-11/2005-12
president: Jakaya Kikwete 2005-12/2015-11; Mobutu Sese Seko 1965-11/1997-05
president: Joseph Kabila 2001-01/2019-01; Laurent Gbagbo 2000-10/2011-04
president: Frederick Chiluba 1991-11/2002-01; Levy Mwanawasa 2002-01/2008-08
president: Abdullahi Yusuf Ahmed=Abdullahi Yusuf 2004-10/2008-12
president: Ellen Johnson Sirleaf=Ellen Johnson-Sirleaf 2006-01/2018-01
president: Charles Taylor 1997-08/2003-08; John Kufuor 2001-01/2009-01
president: Kurmanbek Bakiyev 2005-03/2010-04; Askar Akayev 1990-10/2005-03
president: Eduard Shevardnadze 1992-03/2003-11
president: Mikheil Saakashvili=Mikhail Saakashvili 2004-01/2013-11; Aslan Maskhadov 1997-02/2005-03
president: Jose Manuel Barroso 2004-11/2014-10; Jean-Claude Juncker 2014-11/2019-11
president: Jacques Delors 1985-01/1995-01; Jacques Santer 1995-01/1999-09
president: Ursula von der Leyen 2019-12/-; Paul Wolfowitz 2005-06/2007-06
president: James Wolfensohn 1995-06/2005-05; Robert Zoellick 2007-07/2012-06
president: Jean-Claude Trichet 2003-11/2011-10
president: Mario Draghi 2011-11/2019-10; Christine Lagarde 2019-11/-
vice president: George Bush 1981-01/1989-01; Al Gore 1993-01/2001-01
vice president: Dick Cheney 2001-01/2009-01; Joe Biden 2009-01/2017-01
vice president: Mike Pence 2017-01/2021-01; Kamala Harris 2021-01/2025-01
secretary of state: George Shultz 1982-07/1989-01; James Baker 1989-01/1992-08
secretary of state: Warren Christopher 1993-01/1997-01; Madeleine Albright 1997-01/2001-01
secretary of state: Colin Powell 2001-01/2005-01; Condoleezza Rice 2005-01/2009-01
secretary of state: Hillary Clinton=Hillary Rodham Clinton 2009-01/2013-02
secretary of state: John Kerry 2013-02/2017-01; Rex Tillerson 2017-02/2018-03
secretary of state: Mike Pompeo 2018-04/2021-01; Antony Blinken 2021-01/2025-01
defense secretary: Donald Rumsfeld 1975-11/1977-01 2001-01/2006-12; Jim Mattis 2017-01/2018-12
defense secretary: William Cohen 1997-01/2001-01; Robert Gates 2006-12/2011-06
defense secretary: Leon Panetta 2011-07/2013-02; Chuck Hagel 2013-02/2015-02
treasury secretary: James Baker 1985-02/1988-08; Robert Rubin 1995-01/1999-07
treasury secretary: John Snow 2003-02/2006-06; Henry Paulson=Hank Paulson 2006-07/2009-01
treasury secretary: Timothy Geithner 2009-01/2013-01; Steven Mnuchin 2017-02/2021-01
treasury secretary: Janet Yellen 2021-01/2025-01
chairman: Paul Volcker 1979-08/1987-08; Alan Greenspan 1987-08/2006-01
chairman: Ben Bernanke 2006-02/2014-01; Jerome Powell 2018-02/-
prime minister: Margaret Thatcher 1979-05/1990-11; John Major 1990-11/1997-05
prime minister: Tony Blair 1997-05/2007-06; Gordon Brown 2007-06/2010-05
prime minister: David Cameron 2010-05/2016-07; Theresa May 2016-07/2019-07
prime minister: Boris Johnson 2019-07/2022-09; Rishi Sunak 2022-10/2024-07
prime minister: Keir Starmer 2024-07/-; Jacques Chirac 1974-05/1976-08 1986-03/1988-05
prime minister: Alain Juppe 1995-05/1997-06; Lionel Jospin 1997-06/2002-05
prime minister: Jean-Pierre Raffarin 2002-05/2005-05; Manuel Valls 2014-03/2016-12
prime minister: Dominique de Villepin 2005-05/2007-05; Francois Fillon 2007-05/2012-05
prime minister: Romano Prodi 1996-05/1998-10 2006-05/2008-05; Massimo D'Alema 1998-10/2000-04
prime minister: Silvio Berlusconi 1994-05/1995-01 2001-06/2006-05 2008-05/2011-11
prime minister: Mario Monti 2011-11/2013-04; Matteo Renzi 2014-02/2016-12
prime minister: Giuseppe Conte 2018-06/2021-02; Giorgia Meloni 2022-10/-
prime minister: Felipe Gonzalez 1982-12/1996-05; Jose Maria Aznar 1996-05/2004-04
prime minister: Jose Luis Rodriguez Zapatero 2004-04/2011-12; Mariano Rajoy 2011-12/2018-06
prime minister: Viktor Chernomyrdin 1992-12/1998-03; Mikhail Fradkov 2004-03/2007-09
prime minister: Mikhail Kasyanov 2000-01/2004-02; Vladimir Putin 1999-08/2000-05 2008-05/2012-05
prime minister: Dmitry Medvedev=Dmitri Medvedev 2012-05/2020-01; Mikhail Mishustin 2020-01/-
prime minister: Yulia Tymoshenko 2005-01/2005-09 2007-12/2010-03
prime minister: Viktor Yanukovych 2002-11/2005-01 2006-08/2007-12
prime minister: Jaroslaw Kaczynski 2006-07/2007-11; Donald Tusk 2007-11/2014-09 2023-12/-
prime minister: Vaclav Klaus 1992-07/1998-01; Vojislav Kostunica 2004-03/2008-07
prime minister: Sali Berisha 2005-09/2013-09; Bashkim Fino 1997-03/1997-07
prime minister: Turgut Ozal 1983-12/1989-10; Tansu Ciller 1993-06/1996-03
prime minister: Necmettin Erbakan 1996-06/1997-06; Recep Tayyip Erdogan 2003-03/2014-08
prime minister: Costas Simitis 1996-01/2004-03; Costas Karamanlis 2004-03/2009-10
prime minister: Alexis Tsipras 2015-01/2019-07; Yasuhiro Nakasone 1982-11/1987-11
prime minister: Noboru Takeshita 1987-11/1989-06; Tomiichi Murayama 1994-06/1996-01
prime minister: Ryutaro Hashimoto 1996-01/1998-07; Keizo Obuchi 1998-07/2000-04
prime minister: Yoshiro Mori 2000-04/2001-04; Junichiro Koizumi 2001-04/2006-09
prime minister: Shinzo Abe 2006-09/2007-09 2012-12/2020-09; Yasuo Fukuda 2007-09/2008-09
prime minister: Taro Aso 2008-09/2009-09; Yukio Hatoyama 2009-09/2010-06
prime minister: Naoto Kan 2010-06/2011-09; Yoshihiko Noda 2011-09/2012-12
prime minister: Yoshihide Suga 2020-09/2021-10; Fumio Kishida 2021-10/2024-10
prime minister: Rajiv Gandhi 1984-10/1989-12; P.V. Narasimha Rao 1991-06/1996-05
prime minister: H.D. Deve Gowda 1996-06/1997-04; Inder Kumar Gujral=I.K. Gujral 1997-04/1998-03
prime minister: Atal Bihari Vajpayee 1996-05/1996-06 1998-03/2004-05
prime minister: Manmohan Singh 2004-05/2014-05; Narendra Modi 2014-05/-
prime minister: Benazir Bhutto 1988-12/1990-08 1993-10/1996-11
prime minister: Nawaz Sharif 1990-11/1993-07 1997-02/1999-10 2013-06/2017-07
prime minister: Shaukat Aziz 2004-08/2007-11; Imran Khan 2018-08/2022-04
prime minister: Khaleda Zia 1991-03/1996-03 2001-10/2006-10
prime minister: Sheikh Hasina=Sheikh Hasina Wajed 1996-06/2001-07 2009-01/2024-08
prime minister: Mahathir Mohamad 1981-07/2003-10 2018-05/2020-03
prime minister: Abdullah Ahmad Badawi=Abdullah Badawi 2003-10/2009-04; Najib Razak 2009-04/2018-05
prime minister: Chavalit Yongchaiyudh 1996-11/1997-11; Thaksin Shinawatra 2001-02/2006-09
prime minister: Surayud Chulanont 2006-10/2008-01; Yingluck Shinawatra 2011-08/2014-05
prime minister: Goh Chok Tong 1990-11/2004-08; Lee Hsien Loong 2004-08/2024-05
prime minister: Phan Van Khai 1997-09/2006-06; Nguyen Tan Dung 2006-06/2016-04
prime minister: Bob Hawke 1983-03/1991-12; Paul Keating 1991-12/1996-03
prime minister: John Howard 1996-03/2007-12; Kevin Rudd 2007-12/2010-06 2013-06/2013-09
prime minister: Julia Gillard 2010-06/2013-06; Tony Abbott 2013-09/2015-09
prime minister: Malcolm Turnbull 2015-09/2018-08; Scott Morrison 2018-08/2022-05
prime minister: Helen Clark 1999-12/2008-11; Jim Bolger 1990-11/1997-12; John Key 2008-11/2016-12
prime minister: Jacinda Ardern 2017-10/2023-01; Brian Mulroney 1984-09/1993-06
prime minister: Jean Chretien 1993-11/2003-12; Paul Martin 2003-12/2006-02
prime minister: Stephen Harper 2006-02/2015-11; Justin Trudeau 2015-11/2025-03
prime minister: Benjamin Netanyahu 1996-06/1999-07 2009-03/2021-06 2022-12/-
prime minister: Yitzhak Rabin 1974-06/1977-06 1992-07/1995-11; Ehud Barak 1999-07/2001-03
prime minister: Shimon Peres 1984-09/1986-10 1995-11/1996-06; Ariel Sharon 2001-03/2006-04
prime minister: Ehud Olmert 2006-01/2009-03; Ahmed Qurei=Ahmed Qorei 2003-10/2006-03
prime minister: Ismail Haniya=Ismail Haniyeh=Ismail Haneya 2006-03/2014-06
prime minister: Rafiq Hariri=Rafik Hariri=Rafiq al-Hariri 1992-10/1998-12 2000-10/2004-10
prime minister: Fuad Siniora=Fouad Siniora=Fouad Seniora 2005-07/2009-11
prime minister: Nuri al-Maliki=Nouri al-Maliki 2006-05/2014-09
prime minister: Ibrahim al-Jaafari 2005-05/2006-05; Iyad Allawi 2004-06/2005-05
prime minister: Ali Mohamed Gedi=Ali Mohammed Gedi 2004-11/2007-10; Meles Zenawi 1995-08/2012-08
premier: Li Peng 1987-11/1998-03; Zhu Rongji 1998-03/2003-03; Wen Jiabao 2003-03/2013-03
premier: Li Keqiang 2013-03/2023-03; Lien Chan 1993-02/1997-08
chancellor: Helmut Kohl 1982-10/1998-10; Gerhard Schroeder 1998-10/2005-11
chancellor: Angela Merkel 2005-11/2021-12; Olaf Scholz 2021-12/2025-05
foreign minister: Hans-Dietrich Genscher 1974-05/1992-05; Klaus Kinkel 1992-05/1998-10
foreign minister: Joschka Fischer 1998-10/2005-11; Guido Westerwelle 2009-10/2013-12
foreign minister: Frank-Walter Steinmeier 2005-11/2009-10 2013-12/2017-01
foreign minister: Andrei Kozyrev 1990-10/1996-01; Yevgeny Primakov 1996-01/1998-09
foreign minister: Igor Ivanov 1998-09/2004-03; Sergei Lavrov=Sergey Lavrov 2004-03/-
foreign minister: Qian Qichen 1988-04/1998-03; Tang Jiaxuan 1998-03/2003-03
foreign minister: Li Zhaoxing 2003-03/2007-04; Yang Jiechi 2007-04/2013-03
foreign minister: Taro Aso 2005-10/2007-08; Ban Ki-moon 2004-01/2006-11
foreign minister: Alexander Downer 1996-03/2007-12; Abdullah Gul 2003-03/2007-08
foreign minister: Herve de Charette 1995-05/1997-06; Hubert Vedrine 1997-06/2002-05
foreign minister: Philippe Douste-Blazy 2005-06/2007-05; Bernard Kouchner 2007-05/2010-11
foreign minister: Tzipi Livni 2006-01/2009-03; Silvan Shalom 2003-02/2006-01
foreign minister: Ali Akbar Velayati 1981-12/1997-08; Kamal Kharazi 1997-08/2005-08
foreign minister: Manouchehr Mottaki=Manoucher Mottaki 2005-08/2010-12
foreign minister: Hoshyar Zebari 2003-09/2014-07; Khurshid Kasuri 2002-11/2007-11
foreign minister: Gohar Ayub Khan 1997-02/1998-08; Tansu Ciller 1996-06/1997-06
foreign minister: Ahmed Abul Gheit 2004-07/2011-03; Pham Gia Khiem 2006-06/2011-08
foreign secretary: Robin Cook 1997-05/2001-06; Jack Straw 2001-06/2006-05
foreign secretary: Margaret Beckett 2006-05/2007-06; David Miliband 2007-06/2010-05
foreign secretary: William Hague 2010-05/2014-07; Malcolm Rifkind 1995-07/1997-05
secretary general: Javier Perez de Cuellar 1982-01/1991-12
secretary general: Boutros Boutros-Ghali 1992-01/1996-12; Kofi Annan 1997-01/2006-12
secretary general: Ban Ki-moon 2007-01/2016-12; Antonio Guterres 2017-01/2026-12
secretary general: Javier Solana 1995-12/1999-10; Jaap de Hoop Scheffer 2004-01/2009-07
secretary general: Anders Fogh Rasmussen 2009-08/2014-09; Jens Stoltenberg 2014-10/2024-09
director general: Hans Blix 1981-12/1997-11; Yukiya Amano 2009-12/2019-07
director general: Mohamed ElBaradei=Mohammed ElBaradei 1997-12/2009-11
director general: Pascal Lamy 2005-09/2013-08; Rafael Grossi=Rafael Mariano Grossi 2019-12/-
managing director: Michel Camdessus 1987-01/2000-02; Rodrigo Rato 2004-06/2007-10
managing director: Dominique Strauss-Kahn 2007-11/2011-05; Christine Lagarde 2011-07/2019-09
pope: John Paul II 1978-10/2005-04; Benedict XVI 2005-04/2013-02; Francis 2013-03/2025-04
king: Gyanendra 2001-06/2008-05; Birendra 1972-01/2001-06; Abdullah II 1999-02/-
king: Fahd 1982-06/2005-08; Salman 2015-01/-
""".strip()
