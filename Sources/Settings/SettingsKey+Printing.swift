import Sheet

extension SettingsKey {
  /// The keys for slips.
  static let printing: [SettingsKey] = [
    SettingsKey(
      .printing, .printer, .optional(.printer),
      example: .string("/dev/usb/lp0")
    ) { $1(&$0.printing.printer) },
    SettingsKey(.printing, .slips, .word) { $1(&$0.printing.slips) },
    SettingsKey(.printing, .width, .slipWidth) {
      $1(&$0.printing.style.width)
    },
    SettingsKey(.printing, .card, .word) { $1(&$0.printing.style.card) },
    SettingsKey(.printing, .head, .texts) { $1(&$0.printing.style.head) },
    SettingsKey(.printing, .foot, .texts) { $1(&$0.printing.style.foot) },
  ]
}
