"use strict";

// danfojs-node touches this module only inside readExcel and toExcel, so the message names both.
function needExcel() {
  throw new Error("danfojs-node: readExcel and toExcel need SheetJS, found the stand-in vendor/xlsx-none; save the sheet as CSV and use readCSV");
}

module.exports = { read: needExcel, readFile: needExcel, write: needExcel, writeFile: needExcel, utils: new Proxy({}, { get: () => needExcel }) };
