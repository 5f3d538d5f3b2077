W2870asian
r i BC-NOR--Norway-Dam 1stLd   05-06 0120
^BC-NOR--Norway-Dam, 1st Ld-Writethru,120<
^Dam above Oslo holds<
^AP Photo OSL101, OSL102<
^Eds: Corrects name of mayor.<
^Four hundred slept in schools.<
^By ANA REYES=
^AP Writer=
	   OSLO, Norway (AP) _ The dam above the town held on Monday, Mayor Per Lund said.

	   It rained for days.

	   AP-WF-05-06-24 1630GMT<

