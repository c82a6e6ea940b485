"use strict";

// The plain JavaScript backend registers itself as "cpu" when it is loaded.
const tf = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");

// tfjs-core leaves tensors without methods; danfojs-node 1.2.0 calls these ten.
const CHAINED = ["argMax", "argMin", "div", "max", "mean", "min", "mul", "sqrt", "sub", "sum"];
for (const name of CHAINED) {
  tf.Tensor.prototype[name] ??= function (...rest) {
    return tf[name](this, ...rest);
  };
}

// The first tensor would print an advertisement for the native package into the notebook.
tf.backend().firstUse = false;

module.exports = tf;
