/** Retires whoever rests. */
type Retire = () => void;

/** Where idle sandboxes rest: a few for all functions together, since each weighs some 50 MB. */
export interface WarmPlaces {
  /** Rests until it is taken up again, its time is over, or another needs the place. Gives back how to take it up. */
  rest(retire: Retire): () => void;
  close(): void;
}

/** Places for so many sandboxes, each for so long; the one that rested longest gives way to a newcomer. */
export function createWarmPlaces(places: number, restMs: number): WarmPlaces {
  const resting = new Map<Retire, NodeJS.Timeout>();
  const leave = (retire: Retire) => {
    clearTimeout(resting.get(retire));
    return resting.delete(retire);
  };
  const end = (retire: Retire) => {
    if (leave(retire)) retire();
  };
  return {
    rest(retire) {
      resting.set(retire, setTimeout(() => end(retire), restMs).unref());
      const [longest] = resting.keys();
      if (resting.size > places && longest) end(longest);
      return () => leave(retire);
    },
    close() {
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
