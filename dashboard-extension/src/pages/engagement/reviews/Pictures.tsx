import { Button } from "@saleor/macaw-ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";

import { Dialog } from "@/kit/Dialog";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Review } from "./use-decisions";

/** Small, side by side; each opens as large as the page allows. */
export function Pictures({ pictures }: { pictures: Review["pictures"] }) {
  const text = useText(messages);
  const [open, setOpen] = useState<number>();
  const count = pictures.length;
  const large = open === undefined ? undefined : pictures[open];
  const name = (place: number) => text("pictureOf", { number: place + 1, count });
  if (count === 0) return null;
  return (
    <>
      <div className="review-pictures">
        {pictures.map((picture, place) => (
          <button
            key={picture.id}
            type="button"
            onClick={() => setOpen(place)}
            aria-label={text("enlarge", { picture: name(place) })}
          >
            <img src={picture.url} alt="" loading="lazy" />
          </button>
        ))}
      </div>
      {large && open !== undefined && (
        <Dialog
          title={name(open)}
          size="large"
          onClose={() => setOpen(undefined)}
          foot={
            count > 1 && (
              <>
                <Button
                  variant="secondary"
                  icon={<ChevronLeft size={20} />}
                  aria-label={text("previousPicture")}
                  disabled={open === 0}
                  onClick={() => setOpen(open - 1)}
                />
                <Button
                  variant="secondary"
                  icon={<ChevronRight size={20} />}
                  aria-label={text("nextPicture")}
                  disabled={open === count - 1}
                  onClick={() => setOpen(open + 1)}
                />
              </>
            )
          }
        >
          <img
            className="review-large"
            src={large.url}
            alt={name(open)}
            width={large.width}
            height={large.height}
          />
        </Dialog>
      )}
    </>
  );
}
