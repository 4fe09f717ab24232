/** The natural logarithm of the gamma function for x above 0: Stirling's series, after shifting x to where it is exact. */
function logGamma(x: number): number {
  let shift = 1;
  let y = x;
  while (y < 15) {
    shift *= y;
    y += 1;
  }
  const z = 1 / (y * y);
  const series = 1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188))));
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series / y - Math.log(shift);
}

/**
 * The regularised incomplete beta function at odds x/(1-x). It takes odds, since near 0 and 1 they
 * keep the digits that x itself loses.
 */
export function betaAtOdds(odds: number, a: number, b: number): number {
  const x = odds / (1 + odds);
  const y = 1 / (1 + odds);
  if (x > (a + 1) / (a + b + 2)) return 1 - belowMean(y, x, b, a);
  return belowMean(x, y, a, b);
}

// The continued fraction by Lentz's method, which converges in about the square root of a + b steps.
function belowMean(x: number, y: number, a: number, b: number): number {
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y),
  );
  const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 1e7; m += 1) {
    let change = 1;
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      change = c * d;
      product *= change;
    }
    if (Math.abs(change - 1) < 3e-16) break;
  }
  return (front * product) / a;
}
