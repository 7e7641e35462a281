// FlexSearch's document index with its default encoder. Its tag filter lost matches on this data, so filters are applied to what is found.
export const options = { document: { id: "id", index: ["title", "body"], store: ["id", "title", "date", "places"] } };
