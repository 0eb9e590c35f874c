interface Lottery {
  slug: string;
  commitment: string;
  ticketsDigest: string;
  seed: string | null;
  prizes: { slug: string; stock: number; oddsWins: number | null; oddsOf: number | null }[];
}

interface Ticket {
  publicId: string;
  prize: string | null;
  piece: number | null;
}

/** The file with which anybody repeats the draw: what `manage.py loyalty_lottery` writes. */
export function published(lottery: Lottery, tickets: Ticket[]) {
  const turn = new Map(lottery.prizes.map(({ slug }, place) => [slug, place]));
  const wins = tickets.flatMap(({ publicId, prize, piece }) =>
    prize === null || piece === null ? [] : [{ prize, number: piece, ticket: publicId }],
  );
  wins.sort(
    (one, other) =>
      (turn.get(one.prize) ?? 0) - (turn.get(other.prize) ?? 0) || one.number - other.number,
  );
  return {
    lottery: lottery.slug,
    commitment: lottery.commitment,
    seed: lottery.seed,
    tickets_digest: lottery.ticketsDigest,
    tickets: tickets.map(({ publicId }) => publicId),
    prizes: lottery.prizes.map(({ slug, stock, oddsWins, oddsOf }) => ({
      slug,
      stock,
      odds: oddsWins === null || oddsOf === null ? null : { wins: oddsWins, of: oddsOf },
    })),
    wins,
  };
}
