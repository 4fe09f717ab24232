import { addDays, type Day, isDay } from '../calendar/day.ts';

/**
 * The days that one slip of a typing hand may have made of a date of birth, the day itself first: day and month changed
 * round, one digit wrong, two neighbouring digits changed round. Only days up to `latest`.
 */
export function nearDays(day: Day, latest: Day): readonly Day[] {
  const swapped = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  const places = [2, 3, 5, 6, 8, 9];
  const oneWrong = places.flatMap((place) =>
    Array.from({ length: 10 }, (_, digit) => day.slice(0, place) + digit + day.slice(place + 1)),
  );
  const turned = [3, 6, 9].map(
    (place) => day.slice(0, place - 1) + day[place] + day[place - 1] + day.slice(place + 1),
  );
  const earliest = addDays(latest, -26 * 365);
  const near = [swapped, ...oneWrong, ...turned].filter(
    (each) => isDay(each) && each <= latest && each >= earliest,
  );
  return [...new Set([day, ...near])];
}
