"""Times ONNX Runtime's Python binding on the models that `run export` writes, on one thread.

Inputs and outputs are bound once, so that a call is no more than `run_with_iobinding`. Prints the median over rounds of
about 50 ms, after two seconds of warm-up, for each model.
"""

import pathlib
import statistics
import time

import numpy
import onnxruntime

MODELS = pathlib.Path(__file__).parent / "target" / "models"
WARM_UP_SECONDS = 2.0
ROUND_SECONDS = 0.05
ROUNDS = 41


def bound_session(model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    description = session.get_inputs()[0]
    numbers = numpy.random.default_rng(7).standard_normal(description.shape, numpy.float32)
    binding = session.io_binding()
    binding.bind_ortvalue_input(description.name, onnxruntime.OrtValue.ortvalue_from_numpy(numbers))
    output = session.get_outputs()[0]
    result = onnxruntime.OrtValue.ortvalue_from_numpy(numpy.zeros(output.shape, numpy.float32))
    binding.bind_ortvalue_output(output.name, result)
    return lambda: session.run_with_iobinding(binding)


def seconds_per_call(call, calls):
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls


def median_seconds(call):
    calls = 1
    end = time.perf_counter() + WARM_UP_SECONDS
    while time.perf_counter() < end:
        calls = max(1, int(ROUND_SECONDS / seconds_per_call(call, calls)))
    return statistics.median(seconds_per_call(call, calls) for _ in range(ROUNDS))


def main():
    print(f"onnxruntime {onnxruntime.__version__}")
    for model in sorted(MODELS.glob("*.onnx")):
        print(f"{model.stem:40s} {1e6 * median_seconds(bound_session(model)):12.2f} µs")


if __name__ == "__main__":
    main()
