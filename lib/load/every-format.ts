import { gzipSync } from "node:zlib";

import type { CorpusFiles } from "./temporary-corpus";

const vk = (id: number, more: object = {}) => ({
  id, owner_id: -5, from_id: -5, date: 1588291200 + id, text: `Работа есть ${id}`, ...more,
});

/** A corpus folder for tests, made by hand: an export of every format that is read, in few words to count. */
export const EVERY_FORMAT: CorpusFiles = {
  // 2 posts, of which the second has a comment with a reply: 4.
  "vkontakte/wall.json": {
    response: { count: 2, items: [vk(1), vk(2)], groups: [{ id: 5, name: "Биз", screen_name: "b" }] },
  },
  "vkontakte/comments/page1.json.gz": gzipSync(
    JSON.stringify({
      response: {
        items: [
          {
            id: 9,
            owner_id: -5,
            post_id: 2,
            from_id: 3,
            date: 1588300000,
            text: "Жумуш барбы?",
            thread: {
              count: 1,
              items: [
                {
                  id: 10,
                  owner_id: -5,
                  post_id: 2,
                  from_id: 4,
                  date: 1588300001,
                  text: "Бар, жаз",
                  parents_stack: [9],
                },
              ],
            },
          },
        ],
      },
    }),
  ),
  // 1 new post and a copy of the first above: 1 and a duplicate.
  "vkontakte/four.csv":
    "id,thread_id,unix_timestamp,link,item_type,body,author_id\n1,1,1588291201,https://vk.com/wall-5_1,post,Работа есть 1,-5\n3,3,1588291203,https://vk.com/wall-5_3,post,Работа есть 3,-5\n",
  // 1 post and 1 comment.
  "vkontakte/four.ndjson": `${JSON.stringify({ ...vk(4), "4cat_item_type": "post" })}\n${JSON.stringify({ id: 11, owner_id: -5, post_id: 4, from_id: 3, date: 1588300002, text: "Работа?", "4cat_item_type": "comment" })}\n`,
  // 1 post; 2 comments, one of them broken; 1 mediatopic.
  "odnoklassniki/d.json": {
    discussion: {
      object_id: "1",
      object_type: "GROUP_TOPIC",
      title: "Чек ара жабык",
      ref_objects: [{ id: "9", type: "GROUP" }],
      creation_date: "2021-05-01 12:00:00",
    },
  },
  "odnoklassniki/c.json": {
    comments: [
      { id: "c1", author_id: "1", date: "2021-05-01 12:00:00", text: "Качан ачылат?" },
      { id: "c2", author_id: "1", date: "1 мая", text: "г" },
    ],
  },
  "odnoklassniki/m.json": {
    media_topics: [
      {
        id: "m1",
        created_ms: 1619859600000,
        author_ref: "group:9",
        owner_ref: "group:9",
        media: [{ type: "text", text: "Чек ара ачылды" }],
      },
    ],
  },
  // 1 each; the scraper's and the Graph's post have a comment each, Download your information a post and a
  // comment.
  "facebook/ct-page.csv":
    "Page Name,Facebook Id,Post Created,Total Interactions,URL,Message\nБет,1,2021-05-01 04:30:36 EDT,0,https://www.facebook.com/1_10,Help needed: oxygen\n",
  "facebook/ct-group.csv.gz": gzipSync(
    "Group Name,Facebook Id,Post Created,Total Interactions,URL,Message\nТоп,2,2021-05-01 04:30:36 EDT,0,https://www.facebook.com/groups/2/permalink/10,Oxygen керек\n",
  ),
  "facebook/ct.json": {
    status: 200,
    result: {
      posts: [
        {
          platformId: "3_10",
          date: "2021-05-01 08:30:36",
          message: "Работа в Москве",
          account: { id: 3, name: "Т", accountType: "facebook_group" },
          statistics: {},
        },
      ],
    },
  },
  "facebook/mcl/posts.csv":
    "id,creation_time,text,post_owner.id,surface.id,surface.name\n400,2021-05-01T08:30:36Z,Жумуш бар,7,4,М\n",
  "facebook/mcl/comments.csv":
    "id,post_id,parent_id,text,creation_time,owner.id\n401,400,,Работа бар,2021-05-01T08:30:36Z,8\n",
  "facebook/scraper.json": [
    {
      post_id: "500",
      text: "Виза керек",
      timestamp: 1619859600,
      comments_full: [
        {
          comment_id: "501",
          commenter_id: "1",
          comment_text: "Виза даяр",
          comment_time: "2021-05-01 12:00:00",
        },
      ],
    },
  ],
  "facebook/graph.json": {
    data: [
      {
        id: "6_600",
        created_time: "2021-05-01T12:00:00+0000",
        message: "Room for rent",
        comments: {
          data: [{ id: "601", created_time: "2021-05-01T12:00:01+0000", message: "Still for rent?" }],
        },
      },
    ],
  },
  "facebook/dyi.json": {
    group_posts_v2: [{ timestamp: 1619859600, title: "A posted in G.", data: [{ post: "Event today" }] }],
    group_comments_v2: [
      {
        timestamp: 1619859601,
        title: "A commented in G.",
        data: [{ comment: { timestamp: 1619859601, comment: "See you there", author: "A", group: "G" } }],
      },
    ],
  },
  "facebook/custom.csv": "id,thread_id,author,body,timestamp\n1,1,anna,Салам,2021-05-01 12:00:01\n",
};
