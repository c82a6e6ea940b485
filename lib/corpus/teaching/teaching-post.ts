import type { TeachingAuthor } from "./author-pool";
import type { CommunityProfile, Place } from "./community-profile";
import type { Crisis, Stance } from "./teaching-plan";

/** What the generator knows of a text, and a loader must not. */
export interface PlantedLabels {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly type: string;
  readonly act: string | null;
  readonly crisis: Crisis | null;
  readonly stance: Stance | null;
  /** Whom the stance is about, where the text names anyone. */
  readonly figure: string | null;
  readonly language: string;
  readonly byAdmin: boolean;
  readonly spam: boolean;
  /** Name of the confusing shock it belongs to. */
  readonly shock: string | null;
  readonly mixedScriptWords: number;
  readonly typingErrors: number;
  readonly synonyms: number;
  readonly translit: boolean;
}

/** One post of the teaching corpus, with its labels and its comments. */
export interface TeachingPost {
  readonly community: CommunityProfile;
  /** Number within the community, from 1, in order of time; comments are counted on after the posts. */
  readonly number: number;
  readonly author: TeachingAuthor;
  readonly place: Place;
  /** Milliseconds from 1970, whole seconds. */
  readonly at: number;
  readonly text: string;
  readonly labels: PlantedLabels;
  /** Number of the post in the same community that it repeats; null if none. */
  readonly repeats: number | null;
  /** Community and number of a post of another community that it copies. */
  readonly copies: { readonly community: string; readonly number: number } | null;
  readonly isRepost: boolean;
  readonly hasPicture: boolean;
  readonly likes: number;
  readonly shares: number;
  readonly views: number;
  /** Comments as the platform counts them, also where the export has no texts of them. */
  readonly commentCount: number;
  readonly comments: readonly TeachingComment[];
}

/** One comment, under a post or under another comment. */
export interface TeachingComment {
  readonly number: number;
  /** Index among the post's comments of the one it answers; null at the top. */
  readonly answers: number | null;
  readonly author: TeachingAuthor;
  readonly at: number;
  readonly text: string;
  readonly labels: PlantedLabels;
  readonly likes: number;
  readonly deleted: boolean;
}
