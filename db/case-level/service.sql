-- The service, with the residents of 10 to 17 by which rates are divided where the published figures have them for its area.
select code as service, name, null as population_year, null as population_10_17
from service where id = my_service()
