// The layout of a large network, off the page's own thread: positions are sent as they come to rest.

import { simulationOf } from "./simulation.js";

const EVERY = 80; // milliseconds between two pictures

self.onmessage = ({ data: { run, task } }) => {
  const simulation = simulationOf(task);
  let sent = performance.now();
  const send = (done) => {
    const places = simulation.places().slice();
    self.postMessage({ run, places, done }, { transfer: [places.buffer] });
    sent = performance.now();
  };
  while (!simulation.isDone()) {
    simulation.tick();
    if (performance.now() - sent > EVERY) send(false);
  }
  send(true);
};
