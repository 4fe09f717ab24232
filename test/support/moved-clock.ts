// Loaded before anything else by every process of the tests, also by those that a test starts.
import { moveClock } from './clock.ts';

moveClock();
