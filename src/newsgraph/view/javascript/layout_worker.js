// The layout of a large network, off the page's own thread: positions are sent as they come to rest.

import { simulationOf } from "./simulation.js";

const EVERY = 80; // milliseconds between two pictures

self.onmessage = ({ data: { run, task } }) => {
  const { points } = task;
  const simulation = simulationOf(task);
  let sent = performance.now();
  const send = (done) => {
    const places = new Float32Array(points.length * 2);
    points.forEach((point, i) => {
      places[2 * i] = point.x;
      places[2 * i + 1] = point.y;
    });
    self.postMessage({ run, places, done }, { transfer: [places.buffer] });
    sent = performance.now();
  };
  while (simulation.alpha() > simulation.alphaMin()) {
    simulation.tick();
    if (performance.now() - sent > EVERY) send(false);
  }
  send(true);
};
