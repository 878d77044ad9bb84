"""Write a model of about a megabyte with random weights, so that a real server has one to serve.

Nothing is downloaded or learned. Two things are designed: the tokens, so that every text can be
written, and the odds of each token, so that answers end. One number of the hidden state is the
same at every step; the output layer multiplies it with the odds of each token. So quotes and
brackets close soon, and what lies between them is noise in valid UTF-8.
"""

import math
from pathlib import Path

import gguf
import numpy as np

# Every character beyond these costs three tokens, one a byte.
COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "市县省镇亿元万增长下降同比目标项推书记长，。、；：（）《》“”％"
)
HEADS, KV_HEADS, WIDTH, LAYERS, INNER = 4, 2, 64, 2, 128
TEMPLATE = """\
{%- for message in messages %}{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{%- endfor %}
{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}
"""
_CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")


def _byte_names() -> list[str]:
    """Return the printable stand-in of each byte that byte-level tokenizers agree on."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    spare = iter(range(256, 512))
    return [chr(byte if byte in printable else next(spare)) for byte in range(256)]


def _vocabulary() -> tuple[list[str], list[str]]:
    """Return tokens and merges: every byte, then the common characters built of their bytes."""
    names = _byte_names()
    tokens, merges = list(names), []
    for character in dict.fromkeys(COMMON):
        whole, *rest = (names[byte] for byte in character.encode())
        for name in rest:
            if whole + name not in tokens:
                tokens.append(whole + name)
                merges.append(f"{whole} {name}")
            whole += name
    return [*tokens, *_CONTROL], merges


def _odds(tokens: list[str]) -> "np.ndarray":
    """Return the logarithm of how likely each token is, wherever the grammar allows it."""
    byte_of = {name: byte for byte, name in enumerate(_byte_names())}
    odds = np.zeros(len(tokens), dtype=np.float32)
    for place, token in enumerate(tokens):
        if token in _CONTROL:
            odds[place] = -12
            continue
        try:
            text = bytes(byte_of[name] for name in token).decode()
        except UnicodeDecodeError:
            odds[place] = -14  # part of a character
            continue
        if not text.isprintable() or text == "\\":
            odds[place] = -9
        elif text.isdigit():
            odds[place] = -2
    likely = {'"': math.log(len(tokens) / 12), ",": 1, "}": 1.5, "]": 2, " ": -3}
    for character, value in likely.items():
        odds[tokens.index(_byte_names()[ord(character)])] = value
    odds[tokens.index("<|im_end|>")] = 2.5
    return odds


def write(path: Path, *, seed: int = 0, context: int = 65_536) -> None:
    """Write the model as GGUF."""
    random = np.random.default_rng(seed)
    tokens, merges = _vocabulary()
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("tiny-random")
    writer.add_context_length(context)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types([3 if token in _CONTROL else 1 for token in tokens])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(tokens.index("<|endoftext|>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_pad_token_id(tokens.index("<|endoftext|>"))
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)

    def noise(rows: int, columns: int, scale: float) -> "np.ndarray":
        return random.normal(0, scale, (rows, columns)).astype(np.float32)

    embedding = noise(len(tokens), WIDTH, 1)
    embedding[:, 0] = 6  # the number that never changes
    # Its size after the last normalisation: the other numbers grow by half a unit a layer.
    fixed = 6 * math.sqrt(WIDTH / (36 + (WIDTH - 1) * (1 + 0.5 * LAYERS)))
    output = noise(len(tokens), WIDTH, 1 / math.sqrt(WIDTH))
    output[:, 0] = _odds(tokens) / fixed
    head = WIDTH // HEADS
    scale = 1 / math.sqrt(WIDTH)
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    writer.add_tensor("output.weight", output)
    for layer in range(LAYERS):
        kept_out = noise(WIDTH, HEADS * head, scale)
        kept_out[0] = 0  # no layer touches the fixed number
        kept_down = noise(WIDTH, INNER, scale)
        kept_down[0] = 0
        weights = {
            "attn_norm": np.ones(WIDTH, dtype=np.float32),
            "attn_q": noise(HEADS * head, WIDTH, 2 * scale),
            "attn_k": noise(KV_HEADS * head, WIDTH, 2 * scale),
            "attn_v": noise(KV_HEADS * head, WIDTH, scale),
            "attn_output": kept_out,
            "ffn_norm": np.ones(WIDTH, dtype=np.float32),
            "ffn_gate": noise(INNER, WIDTH, scale),
            "ffn_up": noise(INNER, WIDTH, scale),
            "ffn_down": kept_down,
        }
        for name, tensor in weights.items():
            writer.add_tensor(f"blk.{layer}.{name}.weight", tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
